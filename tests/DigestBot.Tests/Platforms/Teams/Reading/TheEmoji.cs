using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>What Teams' names of reactions mean, in Unicode.</summary>
public sealed class TheEmoji
{
    [Theory]
    [InlineData("like", "👍")]
    [InlineData("Like", "👍")]
    [InlineData("heart", "❤")]
    [InlineData("laugh", "😆")]
    [InlineData("surprised", "😮")]
    [InlineData("sad", "😢")]
    [InlineData("angry", "😠")]
    [InlineData("checkmark", "✅")]
    [InlineData("1f440_eyes", "👀")]
    [InlineData("1F440_Eyes", "👀")]
    [InlineData("2705_whiteheavycheckmark", "✅")]
    [InlineData("1f4cc_pushpin", "📌")]
    [InlineData("1f41d_bee", "🐝")]
    [InlineData("1f44f_applause", "👏")]
    [InlineData("0033-20e3_keycap3", "3⃣")]
    [InlineData("33_fe0f_20e3_keycapthree", "3⃣")]
    [InlineData("keycap3", "3⃣")]
    [InlineData("1f51f_keycapten", "🔟")]
    [InlineData("1f64c-tone3", "🙌")]
    [InlineData("1f44f-1f3fd_clap", "👏")]
    [InlineData("like_tone2", "👍")]
    [InlineData("eyes", "👀")]
    public void Are_the_same_whatever_the_spelling_and_the_colour(string type, string emoji) => Assert.Equal(emoji, TeamsEmoji.Of(type));

    [Theory]
    [InlineData("acme-finance")]
    [InlineData("bee")]
    [InlineData("110000_beyond")]
    [InlineData("d800_half")]
    [InlineData("23")]
    [InlineData("_")]
    public void Keep_their_name_where_nobody_knows_them(string type) => Assert.True(TeamsEmoji.IsUnknown(TeamsEmoji.Of(type)));

    [Fact]
    public void Of_the_classic_six_stand_in_for_verbs_that_there_are()
    {
        using var services = new ServiceCollection().AddActions().BuildServiceProvider();
        var registry = services.GetRequiredService<ActionRegistry>();
        Assert.Equal(
            ["claim", "not-useful", "pick"],
            TeamsEmoji.StandIns.Instead.Values.Select(emoji => registry.Meaning(emoji, ReactionTarget.TouchPoint)!.Action.Description.Verb).Order(StringComparer.Ordinal));
    }
}
