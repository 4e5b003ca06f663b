using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Ranking;

public sealed class TheSignals
{
    private static readonly Story Crowd = Told.Story("lost luggage", 20, before: [5, 5, 5]);
    private static readonly Story Steady = Told.Story("late flights", 5, before: [5, 5, 5]);
    private static readonly Story Fresh = Told.Story("new app", 6, before: [0, 0, 0]);
    private static readonly Story OneVoice = Told.Story("a thought", 1, before: [0, 0, 0]);
    private static readonly Story FirstWeek = Told.Story("lost luggage", 6);
    private static readonly Story Severe = Told.Story("smoke", 1, severity: 1);
    private static readonly Story Loud = Told.Of("rant", [.. Enumerable.Range(1, 30).Select(n => Told.Mention($"r{n}", "Again!", author: "one"))]);
    private static readonly Story Viral = Told.Of("puppy", [Told.Mention("p", "They flew my puppy home.", kind: MentionKind.Win, likes: 4000, followers: 90_000)], MentionKind.Win);
    private static readonly Story Everywhere = Told.Of("outage", [Told.Mention("a", "Down"), Told.Mention("b", "Down", "forum"), Told.Mention("c", "Down", "reviews")]);
    private static readonly RankingWeek Week = Desk.Week(Crowd, Steady, Fresh, Severe, Loud, Viral, Everywhere);

    public static TheoryData<string, string, double, double, string?> Table => new()
    {
        { "authors", "crowd", 0.6, 0.9, "20 people reported it" },
        { "authors", "loud", 0, 0.2, "1 person reported it" },
        { "burst", "crowd", 0.6, 0.9, "4 times the usual volume" },
        { "burst", "steady", 0, 0, null },
        { "burst", "fresh", 0.7, 0.9, null },
        { "burst", "first week", 0, 0, null },
        { "novelty", "fresh", 1, 1, "new this week" },
        { "novelty", "steady", 0, 0, null },
        { "novelty", "one voice", 0, 0, null },
        { "novelty", "first week", 0, 0, null },
        { "severity", "severe", 0.6, 0.7, "1 severe case" },
        { "severity", "steady", 0, 0, null },
        { "reach", "viral", 1, 1, "reached 90,000 people" },
        { "reach", "loud", 0, 0.1, null },
        { "engagement", "viral", 1, 1, "4,000 likes, reposts and replies" },
        { "engagement", "steady", 0, 0, null },
        { "sources", "everywhere", 1, 1, "3 sources" },
        { "sources", "steady", 0, 0, null },
        { "feedback", "steady", 0.5, 0.5, null },
        { "customers", "steady", 0, 0, null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Measure_one_thing_and_say_it_with_its_number(string signal, string story, double atLeast, double atMost, string? reason)
    {
        var measured = Desk.Signal(signal);

        Assert.InRange(measured.Score(Named(story), Week), atLeast, atMost);
        Assert.Equal(reason, measured.Reason(Named(story), Week));
    }

    [Fact]
    public void Stay_between_nothing_and_all_for_every_story()
    {
        Story[] stories = [Crowd, Steady, Fresh, FirstWeek, Severe, Loud, Viral, Everywhere, Told.Of("nobody", [])];

        Assert.All(Desk.Signals(), signal => Assert.All(stories, story => Assert.InRange(signal.Score(story, Week), 0, 1)));
    }

    [Fact]
    public void Claim_no_burst_and_no_news_across_a_gap_of_the_source()
    {
        var gap = Week with { Gaps = new HashSet<string> { "social" } };

        Assert.Equal(0, Desk.Signal("burst").Score(Crowd, gap));
        Assert.Null(Desk.Signal("burst").Reason(Crowd, gap));
        Assert.Equal(0, Desk.Signal("novelty").Score(Fresh, gap));
        Assert.Null(Desk.Signal("novelty").Reason(Fresh, gap));
    }

    [Fact]
    public void See_no_burst_of_one_story_where_everybody_speaks_four_times_as_much()
    {
        var quiet = Week.Now with { Authors = Week.Now.Authors / 4 };

        Assert.Equal(0, Desk.Signal("burst").Score(Crowd, Week with { Before = [quiet, quiet, quiet] }));
    }

    [Fact]
    public void Weigh_customers_by_tier_and_name_their_accounts()
    {
        var options = new RankingOptions { Tiers = new Dictionary<string, double> { ["key"] = 3 } };
        var week = Week with { Customers = new Dictionary<string, Customer> { ["author-late-flights-1"] = new("author-late-flights-1", "Contoso", "Key") } };

        Assert.InRange(Desk.Signal("customers", options).Score(Steady, week), 0.9, 1);
        Assert.InRange(Desk.Signal("customers").Score(Steady, week), 0.3, 0.5);
        Assert.Equal("1 listed account: Contoso", Desk.Signal("customers").Reason(Steady, week));
    }

    [Theory]
    [InlineData(1, 0.7, 0.75)]
    [InlineData(-1, 0.25, 0.3)]
    public void Learn_from_colleagues(double value, double atLeast, double atMost)
    {
        var week = Week with { Feedback = [new(Steady.Key, value, Told.Monday)] };

        Assert.InRange(Desk.Signal("feedback").Score(Steady, week), atLeast, atMost);
        Assert.Equal(0.5, Desk.Signal("feedback").Score(Crowd, week));
    }

    [Fact]
    public void Forget_old_feedback_slowly()
    {
        double Taught(int daysAgo) => Desk.Signal("feedback").Score(Steady, Week with { Feedback = [new(Steady.Key, 1, Told.Monday.AddDays(-daysAgo))] });

        Assert.True(Taught(0) > Taught(28));
        Assert.True(Taught(28) > 0.6);
    }

    private static Story Named(string name) => name switch
    {
        "crowd" => Crowd,
        "steady" => Steady,
        "fresh" => Fresh,
        "first week" => FirstWeek,
        "severe" => Severe,
        "loud" => Loud,
        "viral" => Viral,
        "one voice" => OneVoice,
        _ => Everywhere,
    };
}
