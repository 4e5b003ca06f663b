using DigestBot.Cli.OneShot;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Composing;

public sealed class TheEditionTrends
{
    private static readonly ReadMention[] Said =
    [
        Told.Mention("a", "The gate changed three times before boarding and nobody announced it.", author: "anna"),
        Told.Mention("b", "They changed the gate again and we ran across the whole terminal.", author: "anna"),
        Told.Mention("c", "RT @anna: The gate changed three times before boarding and nobody announced it.", author: "ben"),
        Told.Mention("d", "What the fuck is it with these gate changes, we waited at the wrong one.", author: "cleo"),
        Told.Mention("e", "Gate change without a word, my parents missed their flight to Oslo.", author: "dora"),
        Told.Mention("f", "Another gate change at the last minute, the screens showed the old one.", author: "emil"),
    ];

    [Fact]
    public void Quote_three_people_in_three_ways_and_no_swear_word()
    {
        var trend = Assert.Single(Edition(TrendState.Emerging).Trends);
        Assert.Equal(3, trend.Quotes.Count);
        Assert.Equal(3, trend.Quotes.Select(quote => Said.Single(read => read.Mention.Id == quote.Mention).Mention.Author).Distinct().Count());
        Assert.DoesNotContain(trend.Quotes, quote => quote.Text.Contains("fuck", StringComparison.Ordinal));
        Assert.Single(trend.Quotes, quote => quote.Mention.ExternalId is "a" or "b" or "c");
    }

    [Fact]
    public void Are_claimed_on_no_source_with_a_gap() =>
        Assert.Empty(Edition(TrendState.Emerging, gap: Said[0].Mention.Id.Source).Trends);

    [Fact]
    public void Stand_in_the_json_with_their_state_people_and_mentions_and_apart_from_what_fades()
    {
        var json = System.Text.Json.JsonDocument.Parse(DigestJson.Of(Edition(TrendState.Persistent))).RootElement;
        var trend = json.GetProperty("trends").EnumerateArray().Single();
        Assert.Equal(("gate changes", "persistent", 2, 5, 1.5), (trend.GetProperty("title").GetString(), trend.GetProperty("state").GetString(),
            trend.GetProperty("weeks").GetInt32(), trend.GetProperty("people").GetInt32(), trend.GetProperty("usual").GetDouble()));
        Assert.Equal(["a", "b", "c", "d", "e", "f"], trend.GetProperty("mentionIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Empty(json.GetProperty("fadingTrends").EnumerateArray());
        Assert.Single(System.Text.Json.JsonDocument.Parse(DigestJson.Of(Edition(TrendState.Fading))).RootElement.GetProperty("fadingTrends").EnumerateArray());
    }

    [Theory]
    [InlineData(TrendState.Emerging, 1, "new this week")]
    [InlineData(TrendState.Persistent, 3, "third week in a row")]
    [InlineData(TrendState.Persistent, 12, "12 weeks in a row")]
    [InlineData(TrendState.Fading, 1, "going back")]
    public void Say_where_they_stand(TrendState state, int weeks, string words) => Assert.Equal(words, TrendWords.State(state, weeks));

    [Fact]
    public void Say_on_their_touch_point_where_they_stand()
    {
        var edition = Editions.OrdinaryEdition();
        var point = edition.TouchPoints[0];
        var line = TouchPointWords.FactsLine(edition, point with { Metrics = point.Metrics with { Trend = TrendState.Persistent, TrendWeeks = 3 } }, TouchPointState.None);
        Assert.Contains("third week in a row", line, StringComparison.Ordinal);
        Assert.DoesNotContain("row", TouchPointWords.FactsLine(edition, point, TouchPointState.None), StringComparison.Ordinal);
    }

    private static Edition Edition(TrendState state, string? gap = null)
    {
        var story = Told.Of("gate changes", Said, basis: StoryBasis.Event);
        var material = Desk.Material(story);
        return Desk.Compose(material with
        {
            Stories = material.Stories with { Trends = [new WeekTrend(story, state, 2, 1.5, 1e-6) { ToldBy = story.Key }] },
            Coverage = gap is null ? material.Coverage : [new(gap, 6, CoverageState.Partial, null)],
        });
    }
}
