using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Ranking;

/// <summary>What the ranking promises of any week, tried on weeks made up at random from a seed.</summary>
public sealed class WhatAlwaysHolds
{
    private static readonly MentionKind[] Kinds = [MentionKind.Issue, MentionKind.Issue, MentionKind.Win, MentionKind.Suggestion, MentionKind.Question];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_in_which_stories_come_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var stories = AnyWeek(random);
        var expected = Keys(stories);

        for (var time = 0; time < 5; time++)
        {
            random.Shuffle(stories);
            Assert.Equal(expected, Keys(stories));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Nothing_that_is_taught_takes_a_rare_severe_case_out(int seed)
    {
        var random = new Random(seed);
        Story[] stories = [.. AnyWeek(random), Told.Story("smoke on board", 1, severity: 1)];
        Feedback[] said = [.. stories.SelectMany(story => Enumerable.Range(0, 20).Select(n => new Feedback(story.Key, story.Subject == "smoke on board" ? -1 : 1, Told.Monday) { By = $"p{n}" }))];

        var top = Desk.Ranker().Rank(stories, Desk.Week(stories) with { Feedback = said }).Top;

        Assert.Contains(top, ranked => ranked.Story.Subject == "smoke on board");
    }

    [Theory]
    [InlineData("severity")]
    [InlineData("authors")]
    [InlineData("engagement")]
    [InlineData("novelty")]
    public void More_weight_on_a_signal_never_lowers_who_has_it_against_who_has_not(string signal)
    {
        var (with, without) = (Strong(signal), Told.Story("steady fees", 3, before: [3, 3, 3]));
        var before = 0d;

        for (var weight = 0; weight <= 10; weight++)
        {
            var options = new RankingOptions { Weights = new Dictionary<string, double> { [signal] = weight } };
            var ranked = Desk.Ranker(options).Rank([with, without], Desk.Week(with, without)).Top.ToDictionary(story => story.Story.Key, story => story.Score);
            var against = ranked[with.Key] / ranked[without.Key];
            Assert.True(against >= before - 0.001, $"{against} after {before} at weight {weight}.");
            before = against;
        }
    }

    private static Story Strong(string signal) => signal switch
    {
        "severity" => Told.Story("smoke on board", 3, severity: 1, before: [3, 3, 3]),
        "authors" => Told.Story("late flights", 30, before: [30, 30, 30]),
        "engagement" => Told.Of("gate", [.. Enumerable.Range(1, 3).Select(n => Told.Mention($"g{n}", "The gate was closed in front of us.", likes: 900))], before: [3, 3, 3]),
        _ => Told.Story("new app", 3, before: [0, 0, 0]),
    };

    private static Story[] AnyWeek(Random random) =>
    [.. Enumerable.Range(0, 40).Select(n => Told.Story(
        $"matter {(char)('a' + (n % 26))}{n}", random.Next(1, 12), Kinds[random.Next(Kinds.Length)], department: $"d{random.Next(6)}",
        before: [random.Next(4), random.Next(4)], severity: random.Next(4) / 10d))];

    private static string[] Keys(Story[] stories) => [.. Desk.Ranker().Rank(stories, Desk.Week(stories)).Top.Select(ranked => ranked.Story.Key)];
}
