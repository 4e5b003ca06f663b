using DigestBot.Core.Stories;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Stories.Trends;

namespace DigestBot.Tests.Grouping;

public sealed class TheTally
{
    [Fact]
    public void Says_how_many_people_used_each_topic_key_and_stem()
    {
        var summary = Chatter.Summary(
        [
            Chatter.Say("1", "declined cards everywhere", "anna", topics: ["card payments"]),
            Chatter.Say("2", "they decline my card", "anna", topics: ["card payments"]),
            Chatter.Say("3", "declining cards is rude", "ben", topics: ["card payments"]),
        ], Chatter.Week);
        Assert.Contains(new TermCount("issue:card payments", 3, 2), summary.Terms);
        Assert.Contains(new TermCount("card payments", 3, 2), summary.Terms);
        Assert.Contains(new TermCount("~declin", 3, 2), summary.Terms);
        Assert.Contains(new TermCount("~card declin", 3, 2), summary.Terms);
    }

    [Fact]
    public void Counts_the_same_in_any_order()
    {
        var mentions = Chatter.SmallTalk(300, 4).ToList();
        var backwards = Chatter.Summary(Enumerable.Reverse(mentions), Chatter.Week);
        Assert.Equal(Chatter.Summary(mentions, Chatter.Week).Terms, backwards.Terms);
    }

    [Fact]
    public void Agrees_with_grouping_the_whole_week()
    {
        var mentions = Chatter.SmallTalk(200, 4).ToList();
        var grouped = StoryGrouper.Group(Chatter.Week, mentions, []).Summary;
        var tallied = Chatter.Summary(mentions, Chatter.Week);
        Assert.Equal(Outline(tallied), Outline(grouped));
        Assert.Equal(tallied.Terms, grouped.Terms.Where(term => !term.Term.StartsWith("copy:", StringComparison.Ordinal)));
    }

    private static WeekSummary Outline(WeekSummary week) => week with { Terms = [], Sources = [], Competitors = null, Handles = null };

    [Fact]
    public void Stays_small_whatever_the_week_holds()
    {
        var tally = new WeekTally(Chatter.Week);
        var dice = new Random(7);
        for (var i = 0; i < 30_000; i++)
            tally.Add(Chatter.Say($"{i}", $"crash {dice.Next():x} {dice.Next():x} {dice.Next():x} payment {dice.Next():x}"));
        var summary = tally.ToSummary();
        Assert.InRange(summary.Terms.Count, 1, 5_000);
        Assert.InRange(Assert.Single(summary.Terms, term => term.Term == "~crash").Authors, 28_000, 32_000);
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(1_000, 60)]
    [InlineData(100_000, 7_000)]
    public void Knows_how_many_people_there_were(int people, int tolerance)
    {
        var authors = new AuthorSet();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            for (var i = 0; i < people; i++)
                authors.Add(AuthorSet.Hash("social", $"author {i}"));
        }
        Assert.InRange(authors.Count, people - tolerance, people + tolerance);
    }

    [Theory]
    [InlineData(0, 5, 0.03, 1, 1)]
    [InlineData(5, 5, 0.03, 0.4, 0.65)]
    [InlineData(30, 5, 0.03, 0, 1e-9)]
    [InlineData(30, 5, 2, 1e-3, 0.1)]
    [InlineData(90_000, 50_000, 0.03, 1e-9, 0.01)]
    public void Is_surprised_as_much_as_numbers_deserve(int count, double expected, double scatter, double least, double most) =>
        Assert.InRange(Surprise.Chance(count, expected, scatter), least, most);
}
