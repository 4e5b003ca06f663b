using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Ranking;

/// <summary>What picks, dismissals and "should have been in the ten" do to the ranking, and what they can never do.</summary>
public sealed class TheLessons
{
    private static readonly Story Luggage = Told.Story("lost luggage", 8, department: "Operations");
    private static readonly Story LuggageWin = Told.Story("lost luggage", 8, Core.Understanding.MentionKind.Win, department: "Care");
    private static readonly Story Gates = Told.Story("crowded gates", 8, department: "Operations");
    private static readonly Story Meals = Told.Story("cold meals", 8, department: "Product");
    private static readonly Story Fire = Told.Story("smoke on board", 1, severity: 1, department: "Operations");

    [Fact]
    public void Count_most_for_the_very_story_and_less_the_less_is_alike()
    {
        var picked = Picked(Luggage, "ana");

        double[] scores = [Score(Luggage, picked), Score(LuggageWin, picked), Score(Gates, picked), Score(Meals, picked)];

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(4, scores.Distinct().Count());
        Assert.True(Score(Meals, picked) > 0.5); // of the same kind
    }

    [Fact]
    public void Give_one_person_one_vote_however_much_it_says()
    {
        var ten = Enumerable.Range(0, 10).Select(n => Picked(Gates, "ana") with { StoryKey = $"issue:matter {n}" }).ToArray();

        Assert.Equal(Score(Luggage, Picked(Gates, "ana") with { StoryKey = "issue:matter 0" }), Score(Luggage, ten));
        Assert.True(Score(Luggage, Picked(Luggage, "ana"), Picked(Luggage, "ben")) > Score(Luggage, Picked(Luggage, "ana")));
    }

    [Theory]
    [InlineData(1, 1, 2.9)]
    [InlineData(-1, 1, 2.9)]
    [InlineData(1, 500, 5.8)]
    [InlineData(-1, 500, 5.8)]
    public void Move_a_story_by_a_few_points_of_a_hundred_whoever_says_so(double value, int people, double atMostPoints)
    {
        var before = Ranked(Luggage).Score;
        var after = Ranked(Luggage, [.. Enumerable.Range(0, people).Select(n => Picked(Luggage, $"p{n}") with { Value = value })]).Score;

        Assert.InRange(100 * Math.Abs(after - before), 0.5, atMostPoints);
        Assert.Equal(Math.Sign(value), Math.Sign(after - before));
    }

    [Fact]
    public void Never_lower_a_severe_case_nor_take_it_out()
    {
        Story[] crowds = [.. Enumerable.Range(1, 15).Select(n => Told.Story($"matter {(char)('a' + n)}", 50, department: $"d{n}"))];
        Feedback[] dismissed = [.. Enumerable.Range(0, 100).Select(n => Picked(Fire, $"p{n}") with { Value = -1 })];
        var week = Desk.Week([.. crowds, Fire]) with { Feedback = dismissed };

        Assert.Equal(0.5, Desk.Signal("feedback").Score(Fire, week));
        Assert.Null(Desk.Signal("feedback").Reason(Fire, week));
        Assert.Contains(Desk.Ranker().Rank([.. crowds, Fire], week).Top, ranked => ranked.Story.Key == Fire.Key);
    }

    [Fact]
    public void Take_a_frequent_concern_out_of_its_place_where_several_dismiss_it()
    {
        Story[] crowds = [.. Enumerable.Range(1, 15).Select(n => Told.Story($"matter {(char)('a' + n)}", 20, department: $"d{n}"))];
        var largest = Told.Story("old news", 21, department: "d");
        Feedback[] dismissed = [.. Enumerable.Range(0, 6).Select(n => Picked(largest, $"p{n}") with { Value = -1 })];

        Assert.Contains(Top([]), key => key == largest.Key);
        Assert.DoesNotContain(Top(dismissed), key => key == largest.Key);

        IEnumerable<string> Top(Feedback[] said) =>
            Desk.Ranker().Rank([.. crowds, largest], Desk.Week([.. crowds, largest]) with { Feedback = said }).Top.Select(ranked => ranked.Story.Key);
    }

    [Fact]
    public void Say_in_words_what_was_taught()
    {
        var dismissed = Picked(Luggage, "ana") with { Value = -1 };

        Assert.Equal("you picked it in week 46", Reason(Luggage, Picked(Luggage, "ana")));
        Assert.Equal("you picked something like it in week 46", Reason(LuggageWin, Picked(Luggage, "ana")));
        Assert.Equal("you picked something of Operations in week 46", Reason(Gates, Picked(Luggage, "ana")));
        Assert.Equal("you picked another issue in week 46", Reason(Meals, Picked(Luggage, "ana")));
        Assert.Equal("you missed it among the ten in week 46", Reason(Luggage, Picked(Luggage, "ana") with { StoodInTheTen = false }));
        Assert.Equal("dismissed once", Reason(Luggage, dismissed));
        Assert.Equal("dismissed twice", Reason(Luggage, dismissed, dismissed with { By = "ben" }));
        Assert.Null(Reason(Luggage));
    }

    private static Feedback Picked(Story story, string by) => new(story.Key, 1, Told.Monday)
    {
        By = by, Kind = TouchPointKind.Issue, Department = story.Department, StoodInTheTen = true,
    };

    private static double Score(Story story, params Feedback[] said) => Desk.Signal("feedback").Score(story, Week(story, said));

    private static string? Reason(Story story, params Feedback[] said) => Desk.Signal("feedback").Reason(story, Week(story, said));

    private static RankedStory Ranked(Story story, params Feedback[] said) => Desk.Ranker().Rank([story], Week(story, said)).Top.Single();

    private static RankingWeek Week(Story story, Feedback[] said) => Desk.Week(story) with { Feedback = said };
}
