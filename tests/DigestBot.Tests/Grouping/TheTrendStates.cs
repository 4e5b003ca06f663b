using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Grouping;

public sealed class TheTrendStates
{
    private static readonly TimeSpan ToFriday = TimeSpan.FromDays(4.5);

    [Fact]
    public void Call_emerging_what_was_never_told_more_than_usual() =>
        Assert.Equal((TrendState.Emerging, 1), StateAfter(outages: [0, 0, 0, 0, 0, 0, 0, 0], now: 20));

    [Theory]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 20 }, 2)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 20, 22 }, 3)]
    [InlineData(new[] { 0, 0, 0, 20, 0, 0, 0, 22 }, 2)]
    public void Call_persistent_what_burst_last_week_too_and_count_the_weeks(int[] outages, int weeks) =>
        Assert.Equal((TrendState.Persistent, weeks), StateAfter(outages, now: 21));

    [Fact]
    public void Call_emerging_again_what_burst_long_ago() =>
        Assert.Equal((TrendState.Emerging, 1), StateAfter([0, 0, 20, 0, 0, 0, 0, 0], now: 21));

    [Fact]
    public void Call_fading_what_burst_last_week_and_is_told_by_few_now()
    {
        var fading = Assert.Single(Trends(About("gate change", 6, Chatter.Week), Before(week => About("gate change", week == 8 ? 25 : 1, Chatter.Week.Plus(week - 9)))));
        Assert.Equal((TrendState.Fading, "gate change", 6), (fading.State, fading.Story.Subject, fading.Story.Authors));
        Assert.Equal(0, fading.Story.Burst);
    }

    [Fact]
    public void Say_nothing_of_what_stopped_altogether_or_goes_on_as_ever()
    {
        Assert.Empty(Trends([], Before(week => About("gate change", week == 8 ? 25 : 1, Chatter.Week.Plus(week - 9)))));
        Assert.Empty(Trends(About("gate change", 12, Chatter.Week), Before(week => About("gate change", 12, Chatter.Week.Plus(week - 9)))));
    }

    [Fact]
    public void See_no_drop_on_a_friday_in_what_people_say_all_week()
    {
        var before = Before(week => About("gate change", 21, Chatter.Week.Plus(week - 9)));
        var friday = Group(Until(About("gate change", 21, Chatter.Week)), before);
        Assert.Empty(friday.Trends);
        var story = Assert.Single(friday.Stories, story => story.Key == "issue:gate change");
        Assert.InRange(story.Mentions.Count, story.Before[^1]!.Value.Mentions - 1, story.Before[^1]!.Value.Mentions + 1);
    }

    [Fact]
    public void See_on_a_friday_what_is_usually_told_on_weekends_only()
    {
        var before = Before(week => OnDays("gate change", 20, Chatter.Week.Plus(week - 9), firstDay: 5));
        var trend = Assert.Single(Group([.. OnDays("gate change", 20, Chatter.Week, firstDay: 0)], before).Trends, trend => trend.State is TrendState.Emerging);
        Assert.Equal("gate change", trend.Story.Subject);
        Assert.Empty(Group([.. OnDays("gate change", 20, Chatter.Week, firstDay: 0)], before, WeekPart.Whole).Trends);
    }

    [Fact]
    public void Take_days_of_old_summaries_as_unknown_and_not_as_zero()
    {
        var before = Before(week => About("gate change", 21, Chatter.Week.Plus(week - 9)))
            .ConvertAll(week => (WeekSummary?)(week! with { Days = null, Sample = null, Competitors = null, Terms = [.. week!.Terms.Select(term => term with { Days = null })] }));
        Assert.Empty(Group(Until(About("gate change", 21, Chatter.Week)), before).Trends);
        Assert.Null(before[0]!.MentionsIn(WeekPart.Of(Chatter.Week, TimeZoneInfo.Utc, Chatter.Week.From(TimeZoneInfo.Utc) + ToFriday)));
    }

    [Fact]
    public void Find_what_many_tell_in_words_that_each_alone_are_nothing_new()
    {
        string[] told = ["my parcel has not come to the depot yet", "where is the parcel, the depot has not got it", "depot says no parcel came", "still no parcel at the depot", "parcel never reached the depot"];
        var now = Enumerable.Range(0, 15).Select(n => Chatter.Say($"parcel-{n}", told[n % told.Length], minute: n));
        var before = Before(week => Enumerable.Range(0, 12).Select(n => Chatter.Say($"b{n}", n % 2 == 0 ? $"parcel wrapped in blue paper {n}" : $"depot lights stay on at night {n}", week: Chatter.Week.Plus(week - 9), minute: n)));
        var trend = Assert.Single(Trends([.. now], before));
        Assert.InRange(trend.Story.Mentions.Count(mention => mention.Mention.Id.ExternalId.StartsWith("parcel", StringComparison.Ordinal)), 12, 15);
    }

    [Fact]
    public void Are_called_by_words_that_a_person_would_say()
    {
        string[] told = ["been waiting on hold for an hour", "on hold since noon with nobody there", "still on hold here", "they put me on hold and forgot me"];
        var trend = Assert.Single(Trends([.. Enumerable.Range(0, 20).Select(n => Chatter.Say($"hold-{n}", told[n % told.Length]))], Chatter.OrdinaryWeeks()));
        Assert.Equal("on hold", trend.Story.Subject);
    }

    [Fact]
    public void Are_the_same_in_whatever_order_the_week_comes()
    {
        ReadMention[] week = [.. Chatter.SmallTalk(120, 1), .. Chatter.Outage(22)];
        var one = StoryGrouper.Group(Chatter.Week, week, Chatter.OrdinaryWeeks()).Trends.Select(Outline);
        Assert.Equal(one, StoryGrouper.Group(Chatter.Week, [.. week.Reverse()], Chatter.OrdinaryWeeks()).Trends.Select(Outline));
    }

    private static string Outline(WeekTrend trend) =>
        $"{trend.Story.Subject}|{trend.State}|{trend.Usual:R}|{trend.ToldBy}|{string.Join(',', trend.Story.Mentions.Select(mention => mention.Mention.Id))}";

    private static (TrendState, int) StateAfter(int[] outages, int now)
    {
        var trend = Assert.Single(Trends([.. Chatter.Outage(now)], Before(week => Chatter.Outage(outages[week - 1], Chatter.Week.Plus(week - 9)))));
        return (trend.State, trend.Weeks);
    }

    private static List<WeekSummary?> Before(Func<int, IEnumerable<ReadMention>> told) =>
        [.. Enumerable.Range(1, 8).Select(week => (WeekSummary?)Summary([.. AllDays(Chatter.SmallTalk(140, 100 + week, Chatter.Week.Plus(week - 9))), .. told(week)], Chatter.Week.Plus(week - 9)))];

    private static WeekSummary Summary(IEnumerable<ReadMention> mentions, DigestWeek week)
    {
        var tally = new WeekTally(week, TimeZoneInfo.Utc);
        foreach (var mention in mentions)
            tally.Add(mention);
        return tally.ToSummary();
    }

    private static ReadMention[] About(string topic, int people, DigestWeek week) =>
        [.. AllDays(Enumerable.Range(0, people).Select(n => Chatter.Say($"{topic}-{week}-{n}", $"{topic} again, number {n}", topics: [topic], week: week)))];

    private static IEnumerable<ReadMention> OnDays(string topic, int people, DigestWeek week, int firstDay) =>
        Enumerable.Range(0, people).Select(n => Chatter.Say($"{topic}-{week}-{n}", $"{topic} again, number {n}", topics: [topic], minute: ((firstDay + (n % 2)) * 24 * 60) + n, week: week));

    // Day after day, so that each day has its share.
    private static IEnumerable<ReadMention> AllDays(IEnumerable<ReadMention> mentions) =>
        mentions.Select((mention, n) => mention with { Mention = mention.Mention with { SaidAt = new DateTimeOffset(mention.Mention.SaidAt.Date, TimeSpan.Zero).AddDays(n % 7).AddHours(9) } });

    private static ReadMention[] Until(IEnumerable<ReadMention> mentions) =>
        [.. mentions.Where(mention => mention.Mention.SaidAt < Chatter.Week.From(TimeZoneInfo.Utc) + ToFriday)];

    private static WeekOfStories Group(IReadOnlyList<ReadMention> told, IReadOnlyList<WeekSummary?> before, WeekPart? part = null) => StoryGrouper.Group(
        Chatter.Week,
        [.. Until(AllDays(Chatter.SmallTalk(140, 1))), .. told],
        before,
        new() { Zone = TimeZoneInfo.Utc, Passed = part ?? WeekPart.Of(Chatter.Week, TimeZoneInfo.Utc, Chatter.Week.From(TimeZoneInfo.Utc) + ToFriday) },
        default);

    private static IReadOnlyList<WeekTrend> Trends(IReadOnlyList<ReadMention> told, IReadOnlyList<WeekSummary?> before) =>
        StoryGrouper.Group(Chatter.Week, [.. Chatter.SmallTalk(140, 1), .. told], before, new() { Zone = TimeZoneInfo.Utc }, default).Trends;
}
