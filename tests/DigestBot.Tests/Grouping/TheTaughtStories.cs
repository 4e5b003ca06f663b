using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Grouping;

public sealed class TheTaughtStories
{
    private static readonly ReadMention[] Mentions =
    [
        Chatter.Say("bag-1", "bag gone after the Lisbon flight", topics: ["lost luggage"]),
        Chatter.Say("bag-2", "my suitcase never arrived", topics: ["lost luggage"]),
        Chatter.Say("bag-3", "two days without luggage now", topics: ["lost luggage"]),
        Chatter.Say("desk-1", "nobody at the counter knew where my things were", topics: ["service desk"]),
        Chatter.Say("desk-1-again", "RT @x: nobody at the counter knew where my things were", topics: ["service desk"]),
        Chatter.Say("desk-2", "an hour in the queue of the counter", topics: ["service desk"]),
    ];

    [Fact]
    public void Bring_a_mention_and_its_copies_into_the_larger_story_that_a_curator_named()
    {
        var week = Group(Pair("desk-1", "bag-1", isSame: true), Pair("desk-2", "bag-2", isSame: false));
        Assert.Equal(["bag-1", "bag-2", "bag-3", "desk-1", "desk-1-again"], Ids(week, "issue:lost luggage"));
        Assert.Equal(["desk-2"], Ids(week, "issue:service desk"));
    }

    [Fact]
    public void Take_a_mention_out_of_a_story_that_is_not_its_own()
    {
        var week = Group(Pair("bag-1", "bag-3", isSame: false));
        Assert.Equal(["bag-1", "bag-2"], Ids(week, "issue:lost luggage"));
        Assert.Contains(week.Stories, story => story.Mentions is [var only] && only.Mention.Id.ExternalId == "bag-3");
    }

    [Fact]
    public void Part_copies_that_are_none()
    {
        ReadMention[] copies = [.. Enumerable.Range(0, 4).Select(n => Chatter.Say($"{n}", $"RT @x{n}: they sang for my grandmother on the way home" + (n == 3 ? " today" : "")))];
        var week = StoryGrouper.Group(Chatter.Week, copies, [], new() { SameStories = [Pair("0", "3", isSame: false)] }, default);
        Assert.Equal([1, 3], week.Stories.Select(story => story.Mentions.Count).Order());
    }

    [Fact]
    public void Follow_the_curator_who_spoke_last() =>
        Assert.Equal(3, Ids(Group(Pair("bag-1", "bag-3", isSame: false), Pair("bag-3", "bag-1", isSame: true)), "issue:lost luggage").Count());

    [Fact]
    public void Are_as_ever_when_a_mention_is_of_another_week() =>
        Assert.Equal(3, Ids(Group(Pair("bag-1", "long ago", isSame: true), Pair("long ago", "bag-2", isSame: false)), "issue:lost luggage").Count());

    [Fact]
    public void Hold_every_mention_once_whatever_curators_said()
    {
        var ids = Mentions.Select(mention => mention.Mention.Id.ExternalId).ToArray();
        for (var seed = 0; seed < 50; seed++)
        {
            var dice = new Random(seed);
            var week = Group([.. Enumerable.Range(0, 6).Select(_ => Pair(ids[dice.Next(ids.Length)], ids[dice.Next(ids.Length)], dice.Next(2) == 0))]);
            Assert.Equal(ids.Order(StringComparer.Ordinal), week.Stories.SelectMany(story => story.Mentions).Select(mention => mention.Mention.Id.ExternalId).Order(StringComparer.Ordinal));
        }
    }

    private static SameStory Pair(string one, string other, bool isSame) => new(new("social", one), new("social", other), isSame);

    private static WeekOfStories Group(params SameStory[] taught) => StoryGrouper.Group(Chatter.Week, Mentions, [], new() { SameStories = taught }, default);

    private static IEnumerable<string> Ids(WeekOfStories week, string key) =>
        week.Stories.Single(story => story.Key == key).Mentions.Select(mention => mention.Mention.Id.ExternalId).Order(StringComparer.Ordinal);
}
