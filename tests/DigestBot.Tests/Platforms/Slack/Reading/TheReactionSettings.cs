using DigestBot.Settings;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>What reactions mean is configuration; a department's own emoji routes to its owner.</summary>
public sealed class TheReactionSettings
{
    [Theory]
    [InlineData("moneybag", "moneybag")]
    [InlineData("acme_finance", "acme_finance")]
    [InlineData("💰", "moneybag")]
    public async Task Route_to_the_owner_of_a_department(string configured, string reaction)
    {
        await using var room = await SlackRoom.OpenAsync(("DepartmentOwners:Finance", "slack:U0CLEO"), ($"Reactions:{configured}", "route finance"));
        await room.HearsAsync(room.Ana.Reacts(room.Message(3), reaction));
        Assert.Equal("Cleo", (await room.StateOfAsync(3)).Owner);

        await room.HearsAsync(room.Ana.TakesBack(room.Message(3), reaction));
        Assert.Null((await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Change_and_take_away_what_is_meant_otherwise()
    {
        await using var room = await SlackRoom.OpenAsync(("Reactions:heart", ""), ("Reactions:rocket", "kudos"), ("Reactions:star", "claim 2"));
        await room.HearsAsync(room.Max.Reacts(room.Message(4), "heart"), room.Max.Reacts(room.Message(8), "rocket"), room.Dev.Reacts(room.Message(0), "star"));
        Assert.Equal((0, 1, "dev"), ((await room.StateOfAsync(4)).Kudos, (await room.StateOfAsync(8)).Kudos, (await room.StateOfAsync(2)).Owner));
    }

    [Fact]
    public async Task Say_which_departments_have_an_owner()
    {
        await using var room = await SlackRoom.OpenAsync(("DepartmentOwners:Finance", "slack:U0CLEO"));
        await room.HearsAsync(room.Ana.Types("route 3 catering"));
        Assert.Contains("Those with one: Finance.", Assert.Single(room.Told(room.Ana)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reactions:moneybag", "rute finance", "Did you mean route?")]
    [InlineData("DepartmentOwners:Finance", "cleo", "expected an id")]
    public void Are_refused_at_start_with_a_hint(string key, string value, string hint)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        Assert.Contains(SettingsCheck.Faults(settings), fault => fault.Contains(hint, StringComparison.Ordinal));
    }
}
