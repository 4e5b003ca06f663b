using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Console;

/// <summary>All mentions behind one touch point, page by page: what every number on the edition opens down to.</summary>
internal static class MentionsPage
{
    /// <summary>One page of them.</summary>
    /// <param name="card">The edition.</param>
    /// <param name="point">The touch point.</param>
    /// <param name="shown">The mentions of this page; forgotten ones are missing.</param>
    /// <param name="page">From 1.</param>
    public static string Of(EditionCard card, TouchPoint point, IReadOnlyList<ReadMention> shown, int page)
    {
        var edition = $"/editions/{Uri.EscapeDataString(card.Edition.Key.Digest)}/{card.Edition.Key.Week}";
        var last = Last(point);
        return HtmlPage.Of($"{TouchPointWords.Headline(point)}{Phrases.Dot}{EditionWords.Subtitle(card.Edition)}", Html.Of($"""
            {HtmlView.Sample(card.Edition)}<p class="small"><a href="{edition}#{point.Id}">Back to {EditionWords.Week(card.Edition.Key.Week)}</a></p>
            <h1 dir="auto">{TouchPointWords.Headline(point)}</h1>
            <p class="facts">{TouchPointWords.FactsLine(card.Edition, point, card.StateOf(point))}</p>
            <section aria-label="Mentions"><ul>{shown.Select(read => EvidenceLine.Of(read, card.Edition))}</ul></section>
            <nav class="small" aria-label="Pages">{Turn(page > 1, $"{edition}/{point.Rank}?page={page - 1}", "Earlier")} page {page} of {last} {Turn(page < last, $"{edition}/{point.Rank}?page={page + 1}", "Later")}</nav>
            """));
    }

    /// <summary>Number of the last page, at least 1.</summary>
    public static int Last(TouchPoint point) => Math.Max(1, (point.MentionIds.Count + EditionPages.PageSize - 1) / EditionPages.PageSize);

    private static Html Turn(bool isThere, string address, string words) => isThere ? Html.Of($"""<a href="{address}">{words}</a>""") : Html.Empty;
}
