using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>What is typed in Teams, without Teams' own marks.</summary>
public sealed class TheTypedWords
{
    private const string Bot = "28:bot";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal) { ["29:ann1"] = "teams:1", ["29:ann2"] = "teams:2" };

    [Theory]
    [InlineData("<at>DigestBot</at> socialwins top 3\n", "top 3")]
    [InlineData("<at>DigestBot</at>&nbsp;claim 3", "claim 3")]
    [InlineData("<at>DigestBot</at>: done 17 a &lt;b&gt; &amp;amp; c", "done 17 a <b> &amp; c")]
    [InlineData("  /socialwins  mine ", "mine")]
    [InlineData("SocialWins", "")]
    [InlineData("claim 3 <at>DigestBot</at>", "claim 3")]
    [InlineData("socialwinsome", "socialwinsome")]
    public void Are_what_stands_after_the_bots_name(string text, string said) => Assert.Equal(said, Of(text));

    [Fact]
    public void Name_people_by_their_entities_in_the_order_in_which_they_stand() =>
        Assert.Equal("assign 3 @teams:2 not @teams:1", Of("<at>DigestBot</at> assign 3 <at>Ann</at> not <at>Ann</at>", Mention("29:ann2", "Ann"), Mention("29:ann1", "Ann")));

    [Fact]
    public void Name_somebody_of_whom_nothing_is_known_by_what_stands_there() =>
        Assert.Equal("assign 3 @Ann.Example", Of("assign 3 <at>Ann Example</at>", Mention("29:other", "Ann Example")));

    [Fact]
    public void Are_not_said_to_the_bot_because_somebody_types_its_name()
    {
        var typed = new Activity { Text = "<at>DigestBot</at> claim 3", Entities = [Mention("29:mallory", "DigestBot")] };
        Assert.False(TeamsTyped.IsToTheBot(typed, Bot));
        Assert.True(TeamsTyped.IsToTheBot(typed with { Entities = [Mention(Bot, "DigestBot")] }, Bot));
        Assert.False(TeamsTyped.IsToTheBot(typed with { Entities = [new() { Type = "mention" }, new()] }, Bot));
    }

    [Fact]
    public void Lose_their_markup_where_they_come_with_any() => Assert.Equal(
        "done 17 page fixed\nmail too", TeamsTyped.Of(new() { TextFormat = "xml", Text = "<p>done 17 <b>page</b> fixed</p>mail <i>too</i>" }, Bot, Known));

    [Fact]
    public void Are_cut_where_nobody_would_type_so_much() => Assert.InRange(Of(new string('x', 7_999) + "🙌" + new string('y', 90_000)).Length, 7_999, 8_000);

    private static string Of(string text, params Entity[] people) =>
        TeamsTyped.Of(new() { Text = text, TextFormat = "plain", Entities = [Mention(Bot, "DigestBot"), .. people] }, Bot, Known);

    private static Entity Mention(string id, string name) => new() { Type = "mention", Text = $"<at>{name}</at>", Mentioned = new() { Id = id, Name = name } };
}
