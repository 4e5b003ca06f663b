using DigestBot.Console.Acting;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console;

/// <summary>One touch point on the page: a row that opens to the quote, the numbers, the reasons and the mentions behind them.</summary>
internal static class HtmlTouchPoint
{
    /// <summary>A list item that opens without any script.</summary>
    public static Html Row(EditionCard card, TouchPoint point, Evidence evidence, ActForms? forms) => Html.Of($"""
        <li><details id="{point.Id}"{Open(forms?.IsAnswered(point) is true)}><summary class="row"><span class="rank">{point.Rank}</span>
        <span><h3 dir="auto">{TouchPointWords.Headline(point)}</h3>{Facts(card, point)}</span>
        {(point.IsRetracted ? Html.Empty : WeeksChart.Spark(point))}<span class="dot {WeeksChart.Kind(point)}" aria-hidden="true"></span></summary>
        {Body(card, point, evidence, forms)}
        </details></li>

        """);

    /// <summary>The attribute of a part that stands open.</summary>
    public static Html Open(bool isOpen) => isOpen ? new(" open=\"open\"") : Html.Empty;

    private static Html Body(EditionCard card, TouchPoint point, Evidence evidence, ActForms? forms) => Html.Of($"""
        <div class="point">
        {Said(card.Edition, point)}{Why(point)}{Status(card, point)}{forms?.Of(point, card.StateOf(point)) ?? Html.Empty}{Behind(card.Edition, point, evidence)}
        </div>
        """);

    /// <summary>Name, value and comparison of each figure; the comparison is read aloud in words.</summary>
    public static Html Figures(IReadOnlyList<Figure> figures) => Html.Of($"""
        <dl class="figures">{figures.Select(Figure)}</dl>

        """);

    private static Html Figure(Figure figure) => Html.Of($"""
        <div><dt>{figure.Name}</dt><dd class="value">{figure.Value}</dd><dd class="change {Style(figure.Tone)}"><span aria-hidden="true">{figure.Change}</span><span class="hidden">{figure.Spoken}</span></dd></div>
        """);

    /// <summary>The style of a tone's colour.</summary>
    public static string Style(Tone tone) => tone switch { Tone.Good => "good", Tone.Bad => "bad", _ => "plain" };

    private static Html Facts(EditionCard card, TouchPoint point)
    {
        var facts = TouchPointWords.Facts(card.Edition, point, card.StateOf(point))
            .Select((fact, at) => Html.Of($"{(at == 0 ? "" : Phrases.Dot)}{Fact(fact)}"));
        return Html.Of($"""<span class="facts">{facts}</span>""");
    }

    private static Html Fact(Fact fact) => fact.IsStrong ? Html.Of($"<b><bdi>{fact.Text}</bdi></b>") : Html.Of($"<bdi>{fact.Text}</bdi>");

    private static Html Said(Edition edition, TouchPoint point) => TouchPointWords.Quoted(point) is not { } quoted
        ? Html.Of($"<p>{TouchPointWords.TakenBack}</p>")
        : Html.Of($"""
        <blockquote><p dir="auto">{quoted}</p><footer class="facts">{TouchPointWords.Attribution(edition, point)}{EvidenceLine.Original(point.Quote.Link)}</footer></blockquote>
        {Figures([.. TouchPointWords.Figures(edition, point).Select(InWords)])}
        {WeeksChart.Labelled(point, edition.Key.Week, $"#said-{point.Id}")}
        """);

    // The chart below shows the weeks; the page need not draw them with letters too.
    private static Figure InWords(Figure figure) => figure.Name == "Weeks running" ? figure with { Change = "mentions a week below" } : figure;

    private static Html Why(TouchPoint point) =>
        TouchPointWords.Why(point) is { } why ? Html.Of($"""<p class="small"><b>Why it is here:</b> <bdi>{why}</bdi></p>""") : Html.Empty;

    private static Html Status(EditionCard card, TouchPoint point)
    {
        var lines = TouchPointWords.Status(card.Edition, point, card.StateOf(point)).Select(line => Html.Of($"""
            <li><span aria-hidden="true">{line.Mark}</span> <b class="{Style(line.Tone)}"><bdi>{line.Strong}</bdi></b>{(line.Rest.Length == 0 ? Html.Empty : Html.Of($"{Phrases.Dot}<bdi>{line.Rest}</bdi>"))}</li>
            """)).ToList();
        return lines.Count == 0 ? Html.Empty : Html.Of($"""<ul class="status small">{lines}</ul>""");
    }

    private static Html Behind(Edition edition, TouchPoint point, Evidence evidence)
    {
        if (point.IsRetracted)
            return Html.Empty;
        var shown = evidence.Of(Evidence.Leading(point)).Select(read => EvidenceLine.Of(read, edition)).ToList();
        var all = Phrases.Count(point.MentionIds.Count, "mention", "mentions");
        var title = shown.Count switch
        {
            0 => $"{all} in the week",
            var count when count == point.MentionIds.Count => $"What they said: {all}",
            var count => $"What they said: {Phrases.Number(count)} of {all}",
        };
        return Html.Of($"""
            <div id="said-{point.Id}"><h4 class="small">{title}</h4><ul>{shown}</ul>{All(point, evidence)}</div>
            """);
    }

    private static Html All(TouchPoint point, Evidence evidence) => evidence.Address is null
        ? Html.Empty
        : Html.Of($"""<p class="small"><a href="{evidence.Address}/{point.Rank}">All {Phrases.Count(point.MentionIds.Count, "mention", "mentions")} behind number {point.Rank}</a></p>""");
}
