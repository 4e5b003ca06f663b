using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>Buttons and menus, also those that nobody has made.</summary>
public sealed class TheButtons
{
    [Fact]
    public async Task Do_what_their_value_says_to_the_message_they_stand_on()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(Press(room, room.Max, "kudos", rank: 4), Press(room, room.Ben, "claim tp3", rank: 0));
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Of_a_menu_are_the_chosen_option()
    {
        await using var room = await SlackRoom.OpenAsync();
        var chosen = Press(room, room.Ana, "", rank: 4);
        chosen.Body["actions"] = new JsonArray(new JsonObject { ["type"] = "overflow", ["selected_option"] = new JsonObject { ["value"] = "kudos tp4" } });
        await room.HearsAsync(chosen);
        Assert.Equal("done", Assert.Single(await room.AuditAsync()).Result);
    }

    [Theory]
    [InlineData("rm -rf /", "unknown")]
    [InlineData("claim tp999", "claim")]
    [InlineData("claim 99999999999999999999", "claim")]
    [InlineData("assign tp3 @nobody", "assign")]
    public async Task With_forged_values_are_refused_in_private_and_audited(string value, string verb)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(Press(room, room.Max, value, rank: 0));
        var line = Assert.Single(await room.AuditAsync());
        Assert.Equal(verb, line.Verb);
        Assert.StartsWith("refused: ", line.Result, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(room.Told(room.Max)));
        Assert.Empty(await room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Give_nobody_a_role_by_being_forged()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(Press(room, room.Max, "pick tp2", rank: 2), Press(room, room.Max, "publish", rank: 0), Press(room, room.Max, "assign tp3 @slack:U0ANA", rank: 3));
        Assert.All(await room.AuditAsync(), line => Assert.Equal("refused: not allowed", line.Result));
        Assert.Empty(await room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task With_an_address_or_without_a_value_mean_nothing()
    {
        await using var room = await SlackRoom.OpenAsync();
        var link = Press(room, room.Max, "open", rank: 0);
        link.Body["actions"]![0]!["url"] = "https://digest.example/";
        var picker = Press(room, room.Max, "", rank: 0);
        picker.Body["actions"] = new JsonArray(new JsonObject { ["type"] = "users_select", ["selected_user"] = "U0DEV" });
        var none = Press(room, room.Max, "", rank: 0);
        none.Body["actions"] = "all of them";
        await room.HearsAsync(link, picker, none);
        Assert.Empty(await room.AuditAsync());
        Assert.Equal(0, await room.SetAsideAsync());
    }

    [Fact]
    public async Task With_values_longer_than_any_of_ours_are_set_aside()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(Press(room, room.Max, new string('x', 2_000), rank: 0));
        Assert.Equal(1, await room.SetAsideAsync());
    }

    private static FakeRequest Press(SlackRoom room, FakePerson by, string value, int rank)
    {
        var message = room.Message(rank) with
        {
            Blocks = [new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "button", ["action_id"] = "a", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" }, ["value"] = value,
            }) }],
        };
        return by.Presses(message, "Press");
    }
}
