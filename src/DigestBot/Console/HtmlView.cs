using DigestBot.Console.Acting;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console;

/// <summary>An edition as one page that needs nothing else: no script, no font, no image, no request.</summary>
internal static class HtmlView
{
    /// <summary>The whole page.</summary>
    /// <param name="card">The edition with what people did with it.</param>
    /// <param name="evidence">The mentions behind it, as far as they are at hand.</param>
    public static string Page(EditionCard card, Evidence evidence) => Page(card, evidence, null, Html.Empty, Html.Empty);

    /// <summary>The whole page with a word above it, links to other pages below, and what can be done.</summary>
    public static string Page(EditionCard card, Evidence evidence, ActForms? forms, Html above, Html below) => HtmlPage.Of(
        $"{EditionWords.Title}{Phrases.Dot}{EditionWords.Subtitle(card.Edition)}",
        Html.Of($"""
            {Sample(card.Edition)}{above}{Heading(card.Edition)}
            <section aria-label="The week in numbers">{HtmlTouchPoint.Figures(EditionFigures.Of(card.Edition))}</section>
            {Ledger(card.Edition)}
            {Ten(card, evidence, forms)}
            {HtmlTrends.Of(card.Edition)}{RunnersUp(card, evidence, forms)}{RawMinutes(card.Edition, evidence)}
            {Foot(card.Edition)}{below}
            """));

    /// <summary>Written above everything of the sample company's.</summary>
    public static Html Sample(Edition edition) =>
        edition.IsSample ? Html.Of($"""<p class="sample">{EditionWords.SampleNotice}</p>""") : Html.Empty;

    private static Html Heading(Edition edition)
    {
        var streak = EditionWords.StreakOf(edition);
        return Html.Of($"""
            <header class="top"><div><h1>{EditionWords.Title}</h1><p class="quiet">{EditionWords.Subtitle(edition)}</p></div>
            <p class="streak small quiet"><b>{streak.Value}</b> {streak.Sentence}</p></header>
            """);
    }

    private static Html Ledger(Edition edition)
    {
        var lines = LedgerWords.Lines(edition).Select((line, at) => Html.Of($"""
            <li><span class="state {HtmlTouchPoint.Style(line.Tone)}">{LedgerWords.State(edition.Ledger[at].State)}</span> <b><bdi>{line.Strong}</bdi></b>{Phrases.Dot}<bdi>{line.Rest}</bdi></li>

            """));
        var note = LedgerWords.Note(edition) is { } words ? Html.Of($"""<p class="small quiet">{words}</p>""") : Html.Empty;
        return Html.Of($"""
            <section class="ledger" aria-labelledby="promised"><h2 id="promised">{EditionWords.LedgerTitle}</h2>
            <ul>{lines}</ul>{note}</section>
            """);
    }

    private static Html Ten(EditionCard card, Evidence evidence, ActForms? forms)
    {
        var hint = card.Edition.TouchPoints.Count == 0
            ? Html.Of($"<p>{EditionWords.QuietWeek(card.Edition)}</p>")
            : Html.Of($"""<p class="small quiet">Open a line to read what they said{(forms is null ? "" : " and to act on it")}.</p>""");
        return Html.Of($"""
            <section id="ten" aria-labelledby="ten-title"><h2 id="ten-title">{EditionWords.TenTitle(card.Edition)}</h2>{hint}
            <ol class="ten">
            {card.Edition.TouchPoints.Select(point => HtmlTouchPoint.Row(card, point, evidence, forms))}</ol></section>
            """);
    }

    private static Html RunnersUp(EditionCard card, Evidence evidence, ActForms? forms) => EditionWords.RunnersUpTitle(card.Edition) is not { } title
        ? Html.Empty
        : Html.Of($"""
            <details class="more"{HtmlTouchPoint.Open(forms is not null && card.Edition.RunnersUp.Any(forms.IsAnswered))}><summary>{title}</summary><ol class="ten">
            {card.Edition.RunnersUp.Select(point => HtmlTouchPoint.Row(card, point, evidence, forms))}</ol></details>
            """);

    private static Html RawMinutes(Edition edition, Evidence evidence)
    {
        var raw = evidence.Of(edition.RawMinutes).Select(read => EvidenceLine.Of(read, edition)).ToList();
        return raw.Count == 0 ? Html.Empty : Html.Of($"""
            <details class="more"><summary>Ten raw minutes</summary><p class="small quiet">Real messages of the week, drawn at random and not ranked.</p><ul>{raw}</ul></details>
            """);
    }

    private static Html Foot(Edition edition) => Html.Of($"""
        <footer class="foot"><section aria-label="What could be heard"><p class="small quiet">{EditionWords.Coverage(edition)}</p>
        <p class="small quiet">Week and times as in {VisibleText.Line(edition.Zone, 60)}. Every number opens down to the mentions behind it.</p></section></footer>
        """);
}
