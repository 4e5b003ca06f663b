using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console;

/// <summary>What is changing, each with the words of three customers; and who is named beside the brand.</summary>
internal static class HtmlTrends
{
    /// <summary>Both parts, as far as there is anything to tell.</summary>
    public static Html Of(Edition edition) => Html.Of($"{Trends(edition)}{Voices(edition)}");

    private static Html Trends(Edition edition) => edition.Trends.Count == 0 ? Html.Empty : Html.Of($"""
        <section aria-labelledby="trends"><h2 id="trends">{TrendWords.Title}</h2><ul class="ten">
        {edition.Trends.Select(trend => Trend(edition, trend))}</ul></section>

        """);

    private static Html Trend(Edition edition, EditionTrend trend) => Html.Of($"""
        <li><details><summary class="row"><span><h3 dir="auto">{VisibleText.Line(trend.Title, TouchPointWords.LongestHeadline)}</h3><span class="facts">{TrendWords.Facts(trend)}</span></span></summary>
        <div class="point">{trend.Quotes.Select(quote => Quote(edition, quote))}</div></details></li>

        """);

    private static Html Quote(Edition edition, Quote quote) => Html.Of($"""
        <blockquote><p dir="auto">“{VisibleText.Line(quote.Text, TouchPointWords.LongestQuote)}”</p><footer class="facts">a customer on {Phrases.Source(quote.Mention.Source)}, {Phrases.Day(Phrases.DayIn(quote.SaidAt, edition.Zone))}{EvidenceLine.Original(quote.Link)}</footer></blockquote>
        """);

    private static Html Voices(Edition edition) => edition.Voices.Count == 0 ? Html.Empty : Html.Of($"""
        <section aria-labelledby="voices"><h2 id="voices">{TrendWords.VoicesTitle}</h2><ul class="small">
        {edition.Voices.Select(Voice)}</ul></section>

        """);

    private static Html Voice(Voice voice) => Html.Of($"""
        <li><bdi>{(voice.Share is null ? TrendWords.Name(voice) : TrendWords.Share(voice).TrimEnd('.'))}</bdi>{Phrases.Dot}{Phrases.Count(voice.WithUs, "mention names", "mentions name")} both</li>

        """);
}
