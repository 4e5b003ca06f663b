using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Scoreboard;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Scoreboard;

/// <summary>The numbers of the last editions, and what came of them.</summary>
public sealed class TheScores
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Tell_of_each_published_week_what_was_taken_and_how_fast_it_was_done()
    {
        var scores = WeeklyScores.Of(
            [Edition(45), Edition(46)],
            [Taken(45, doneAfter: 2), Taken(45, doneAfter: 10), Taken(45, doneAfter: null) with { Due = new(2026, 11, 20) }, Taken(46, doneAfter: 4)],
            Today);

        Assert.Equal([46, 45], scores.Weeks.Select(week => week.Week.Number));
        Assert.Equal((3, 2, 6.0), (scores.Weeks[1].Taken, scores.Weeks[1].Done, scores.Weeks[1].DaysToAct));
        Assert.Equal((4, 3, 1, 4.0), (scores.Taken, scores.Done, scores.Overdue, scores.DaysToAct));
        Assert.Equal(12_431, scores.Weeks[0].Mentions);
        Assert.Equal(Editions.OrdinaryEdition().TouchPoints.Sum(point => point.Metrics.Reach), scores.Weeks[0].Reach);
    }

    [Fact]
    public void Leave_out_what_was_never_published_and_what_was_taken_back()
    {
        var scores = WeeklyScores.Of(
            [Edition(46), Edition(47) with { State = EditionState.Draft }, Edition(48) with { State = EditionState.Skipped }],
            [Taken(46, null) with { State = FollowUpState.Withdrawn }],
            Today);

        Assert.Equal((1, 0), (scores.Weeks.Count, scores.Taken));
    }

    [Fact]
    public void Call_a_silent_week_neither_good_nor_bad()
    {
        var silent = Edition(46) with { Numbers = new(0, null, 0, null, null, null, null, null), TouchPoints = [] };

        var week = Assert.Single(WeeklyScores.Of([silent], [], Today).Weeks);

        Assert.Equal((null, null, null), (week.Sentiment, week.ShareOfVoice, week.DaysToAct));
    }

    private static Edition Edition(int week) => Editions.OrdinaryEdition() with { Key = new("weekly", new DigestWeek(2026, week)) };

    private static FollowUp Taken(int week, int? doneAfter)
    {
        var at = new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);
        return new()
        {
            Edition = new("weekly", new DigestWeek(2026, week)),
            TouchPointId = "tp1",
            StoryKey = "story:1",
            Headline = "Refunds",
            Owner = "dev",
            AskedBy = "ana",
            CreatedAt = at,
            State = doneAfter is null ? FollowUpState.Open : FollowUpState.Done,
            ClosedAt = doneAfter is { } days ? at.AddDays(days) : null,
        };
    }
}
