using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Grouping;

public sealed class TheTrends
{
    [Fact]
    public void Show_one_happening_told_in_different_words_on_two_sources_as_one_event()
    {
        var trend = Assert.Single(Trends([.. Chatter.SmallTalk(120, 1), .. Chatter.Outage(14), .. Chatter.Outage(8, source: "reviews")], Chatter.OrdinaryWeeks()));
        Assert.Equal(StoryBasis.Event, trend.Basis);
        Assert.Contains("crash", trend.Subject, StringComparison.Ordinal);
        Assert.Equal(["social", "reviews"], trend.Sources);
        Assert.InRange(trend.Mentions.Count(mention => mention.Mention.Id.ExternalId.StartsWith("outage", StringComparison.Ordinal)), 16, 22);
        Assert.True(trend.Burst > 5, $"a burst of {trend.Burst}");
    }

    [Fact]
    public void Are_claimed_for_nothing_in_ordinary_weeks_but_once_in_five_at_most() =>
        Assert.InRange(Enumerable.Range(1, 20).Sum(seed => Trends([.. Chatter.SmallTalk(120, seed)], Chatter.OrdinaryWeeks()).Count), 0, 4);

    [Fact]
    public void Are_no_trend_when_the_whole_week_is_busier() =>
        Assert.Empty(Trends([.. Chatter.SmallTalk(600, 3)], Chatter.OrdinaryWeeks()));

    [Fact]
    public void Are_made_by_people_and_not_by_a_loud_account()
    {
        var loud = Chatter.Outage(22).Select(mention => mention with { Mention = mention.Mention with { Author = "loud" } });
        Assert.Empty(Trends([.. Chatter.SmallTalk(120, 1), .. loud], Chatter.OrdinaryWeeks()));
    }

    [Fact]
    public void Are_no_news_when_people_say_it_every_week()
    {
        var before = Enumerable.Range(0, 8).Select(n => Chatter.Week.Plus(n - 8))
            .Select(week => (WeekSummary?)Chatter.Summary([.. Chatter.SmallTalk(120, week.Number, week), .. Chatter.Outage(20, week)], week)).ToList();
        Assert.Empty(Trends([.. Chatter.SmallTalk(120, 1), .. Chatter.Outage(22)], before));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Are_not_claimed_when_no_week_before_could_be_heard(int silentWeeks)
    {
        var before = Enumerable.Repeat<WeekSummary?>(null, silentWeeks).ToList();
        Assert.Empty(Trends([.. Chatter.SmallTalk(120, 1), .. Chatter.Outage(22)], before));
    }

    [Fact]
    public void Take_the_burst_of_a_known_topic_as_that_topic_so_that_next_week_knows_it()
    {
        var outage = Chatter.Outage(22).Select(mention => mention with { Insight = mention.Insight with { Topics = ["app crashes"] } });
        var trend = Assert.Single(Trends([.. Chatter.SmallTalk(120, 1), .. outage], Chatter.OrdinaryWeeks()));
        Assert.Equal(("issue:app crashes", 22), (trend.Key, trend.Mentions.Count));
    }

    [Fact]
    public void Of_a_word_are_not_claimed_for_a_topic_that_people_always_talk_about()
    {
        var before = Enumerable.Range(0, 8).Select(n => Chatter.Week.Plus(n - 8)).Select(week =>
            (WeekSummary?)Chatter.Summary([.. Chatter.SmallTalk(120, week.Number, week), .. About("paying at the kiosk", 22, week)], week)).ToList();
        var trend = Assert.Single(Trends([.. Chatter.SmallTalk(120, 1), .. About("frozen app while paying", 22)], before));
        Assert.StartsWith("event:", trend.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Leave_out_those_who_feel_the_opposite()
    {
        var outage = Chatter.Outage(22).Select((mention, n) => n < 4 ? mention with { Insight = mention.Insight with { Sentiment = Sentiment.Positive } } : mention);
        var trend = Assert.Single(Trends([.. Chatter.SmallTalk(120, 1), .. outage], Chatter.OrdinaryWeeks()));
        Assert.DoesNotContain(trend.Mentions, mention => mention.Insight.Sentiment is Sentiment.Positive);
    }

    private static IEnumerable<ReadMention> About(string words, int people, DigestWeek? week = null) =>
        Enumerable.Range(0, people).Select(n => Chatter.Say($"pay-{n}", $"{words} number {n}", topics: ["payments"], minute: 3000 + n, week: week));

    private static List<Story> Trends(IReadOnlyList<ReadMention> mentions, IReadOnlyList<WeekSummary?> before) =>
        [.. StoryGrouper.Group(Chatter.Week, mentions, before).Stories.Where(story => story.Burst > 0)];
}
