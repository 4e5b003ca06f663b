using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Ranking;

public sealed class TheRanking
{
    [Fact]
    public void Prefers_many_people_to_a_few_loud_accounts()
    {
        var crowd = Told.Story("late flights", 25);
        var loud = Told.Of("conspiracy", [.. Enumerable.Range(1, 500).Select(n => Told.Mention($"x{n}", "They all lie.", author: $"troll-{n % 2}"))]);

        var ranked = Rank(crowd, loud);

        Assert.Equal(["late flights", "conspiracy"], ranked.Top.Select(story => story.Story.Subject));
    }

    [Fact]
    public void Leaves_out_a_loud_account_where_ten_crowds_speak()
    {
        var crowds = Enumerable.Range(1, 11).Select(n => Told.Story($"matter {(char)('a' + n)}", 10 + n, department: $"d{n}"));
        var loud = Told.Of("rant", [.. Enumerable.Range(1, 500).Select(n => Told.Mention($"x{n}", "Again.", author: "troll"))]);

        Assert.DoesNotContain(Rank([.. crowds, loud]).Top, story => story.Story.Subject == "rant");
    }

    [Fact]
    public void Has_wins_issues_a_trend_and_a_suggestion_where_the_week_has_them()
    {
        var issues = Enumerable.Range(1, 20).Select(n => Told.Story($"fault {(char)('a' + n)}", 40 + n, department: "IT"));
        Story[] others =
        [
            Told.Story("kind crew", 4, MentionKind.Win), Told.Story("good food", 3, MentionKind.Win),
            Told.Story("window seats", 2, MentionKind.Suggestion),
            Told.Story("concert", 8, MentionKind.Other, StoryBasis.Event, before: [0, 1, 0]) with { Burst = 8 },
        ];

        var kinds = Rank([.. issues, .. others]).Top.CountBy(story => story.Kind).ToDictionary();

        Assert.Equal(10, kinds.Values.Sum());
        Assert.Equal(2, kinds[TouchPointKind.Win]);
        Assert.Equal(1, kinds[TouchPointKind.Suggestion]);
        Assert.Equal(1, kinds[TouchPointKind.Trend]);
        Assert.Equal(6, kinds[TouchPointKind.Issue]);
    }

    [Fact]
    public void Presents_the_strongest_rise_as_the_trend_where_there_is_no_other()
    {
        var steady = Enumerable.Range(1, 5).Select(n => Told.Story($"fault {(char)('a' + n)}", 10, before: [10, 10]));

        var ranked = Rank([.. steady, Told.Story("rising fees", 30, before: [4, 5])]);

        Assert.Equal("rising fees", ranked.Top.Single(story => story.Kind is TouchPointKind.Trend).Story.Subject);
    }

    [Fact]
    public void Takes_in_the_rare_severe_case()
    {
        var crowds = Enumerable.Range(1, 15).Select(n => Told.Story($"matter {(char)('a' + n)}", 50, department: $"d{n}"));

        var ranked = Rank([.. crowds, Told.Story("smoke on board", 1, severity: 1)]);

        Assert.Contains(ranked.Top, story => story.Story.Subject == "smoke on board");
    }

    [Fact]
    public void Takes_no_second_win_that_only_one_person_told_where_a_crowd_waits()
    {
        var crowds = Enumerable.Range(1, 12).Select(n => Told.Story($"matter {(char)('a' + n)}", 20, department: $"d{n}"));

        var ranked = Rank([.. crowds, Told.Story("kind crew", 6, MentionKind.Win), Told.Story("nice pilot", 1, MentionKind.Win)]);

        Assert.Equal("kind crew", ranked.Top.Single(story => story.Kind is TouchPointKind.Win).Story.Subject);
    }

    [Fact]
    public void Spreads_over_departments()
    {
        var care = Enumerable.Range(1, 12).Select(n => Told.Story($"care {(char)('a' + n)}", 30, department: "Customer care"));
        var others = new[] { "IT", "Legal", "HR" }.Select(department => Told.Story($"about {department}", 24, department: department));

        var departments = Rank([.. care, .. others]).Top.Select(story => story.Story.Department).Distinct();

        Assert.Equal(4, departments.Count());
    }

    [Fact]
    public void Tells_no_subject_twice_of_the_same_kind()
    {
        var ranked = Rank(Told.Story("late flight", 9), Told.Story("flight late", 8) with { Key = "other" }, Told.Story("flight late", 7, MentionKind.Win));

        Assert.Equal(2, ranked.Top.Count);
    }

    [Fact]
    public void Keeps_five_runners_up_and_no_more()
    {
        var ranked = Rank([.. Enumerable.Range(1, 26).Select(n => Told.Story($"matter {(char)('a' + n)}", n))]);

        Assert.Equal(10, ranked.Top.Count);
        Assert.Equal(5, ranked.RunnersUp.Count);
        Assert.Empty(ranked.Top.Intersect(ranked.RunnersUp));
    }

    [Fact]
    public void Breaks_ties_alike_whatever_the_order_they_come_in()
    {
        Story[] stories = [.. Enumerable.Range(1, 24).Select(n => Told.Story($"matter {(char)('a' + n)}", 5))];

        Assert.Equal(Keys(stories), Keys([.. stories.Reverse()]));
    }

    [Fact]
    public void Gives_each_story_reasons_with_numbers_the_crowd_first()
    {
        var story = Rank(Told.Story("lost luggage", 20, before: [5, 5, 5])).Top.Single();

        Assert.Equal(["20 people reported it", "4 times the usual volume"], story.Reasons);
        Assert.InRange(story.Score, 0, 1);
    }

    [Fact]
    public void Follows_the_weights_of_the_settings()
    {
        var crowd = Told.Story("late flights", 25);
        var viral = Told.Of("puppy", [Told.Mention("p", "Saved my puppy.", kind: MentionKind.Win, likes: 9000)], MentionKind.Win);
        var options = new RankingOptions { Weights = new Dictionary<string, double> { ["engagement"] = 10, ["authors"] = 0 } };

        Assert.Equal("puppy", Desk.Ranker(options).Rank([crowd, viral], Desk.Week(crowd, viral)).Top[0].Story.Subject);
        Assert.Equal("late flights", Rank(crowd, viral).Top[0].Story.Subject);
    }

    [Fact]
    public void Refuses_settings_with_an_unknown_signal_and_names_the_nearest()
    {
        var options = new RankingOptions { Weights = new Dictionary<string, double> { ["brust"] = 1, ["reach"] = 11 } };

        Assert.Equal(
            ["Ranking:Weights:brust is no signal; did you mean burst?", "Ranking:Weights:reach must be between 0 and 10."],
            options.Faults([.. Desk.Signals().Select(signal => signal.Name)]));
    }

    private static string[] Keys(Story[] stories) => [.. Rank(stories).Top.Select(story => story.Story.Key)];

    private static RankedWeek Rank(params Story[] stories) => Desk.Ranker().Rank(stories, Desk.Week(stories));
}
