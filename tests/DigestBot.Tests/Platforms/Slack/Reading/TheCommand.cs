using DigestBot.Core.Actions;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>What is typed: the slash command, a mention of the bot, a direct message.</summary>
public sealed class TheCommand
{
    [Theory]
    [InlineData("", "wins")]
    [InlineData("issues", "issues")]
    [InlineData("mine", "mine")]
    [InlineData("week 2026-W46", "week")]
    [InlineData("search refund", "search")]
    [InlineData("scoreboard", "scoreboard")]
    [InlineData("HELP", "help")]
    public async Task Does_what_the_table_says(string typed, string verb)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Types(typed));
        Assert.Equal((verb, "done", "command"), Line(Assert.Single(await room.AuditAsync())));
        Assert.Single(room.Told(room.Ana));
    }

    [Fact]
    public async Task Assigns_to_anybody_in_the_workspace_by_their_own_friday()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Types("assign 4 <@U0DEV|dev> by friday"));
        var given = Assert.Single(await room.OpenFollowUpsAsync());
        Assert.Equal(("slack:U0DEV", new DateOnly(2026, 11, 27)), (given.Owner, given.Due));
    }

    [Theory]
    [InlineData("Pacific/Auckland", 28)] // it is Tuesday there already at 20:00 in Paris
    [InlineData("America/New_York", 28)]
    [InlineData("Pacific/Honolulu", 28)]
    public async Task Reads_a_day_in_the_callers_zone(string zone, int dayOfSaturday)
    {
        await using var room = await SlackRoom.OpenAsync();
        room.Workspace.ChangeUser("U0ANA", user => user with { Zone = zone });
        await room.HearsAsync(room.Ana.Types("assign 4 <@U0DEV> by saturday"));
        Assert.Equal(new DateOnly(2026, 11, dayOfSaturday), Assert.Single(await room.OpenFollowUpsAsync()).Due);
    }

    [Fact]
    public async Task Reads_today_in_the_callers_zone()
    {
        await using var room = await SlackRoom.OpenAsync();
        room.Workspace.ChangeUser("U0ANA", user => user with { Zone = "Pacific/Honolulu" }); // Sunday evening there
        await room.HearsAsync(room.Ana.Types("assign 4 <@U0DEV> by today"));
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single(await room.OpenFollowUpsAsync()).Due);
    }

    [Fact]
    public async Task Asks_whether_another_verb_was_meant()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Max.Types("isues"));
        Assert.Contains("Did you mean 'issues'?", Assert.Single(room.Told(room.Max)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_about_the_digest_of_the_channel_where_it_is_typed()
    {
        var other = SlackRoom.Digest with { Name = "nordic", Audiences = [new("executives", "slack", "C0ALL")], Curators = null };
        await using var room = await SlackRoom.OpenAsync([("People:0:Id", "slack:U0ANA"), ("People:0:Name", "Ana")], SlackRoom.Digest, other);
        await room.HearsAsync(room.Ana.Types("digest", channel: "C0ALL"), room.Ana.Types("digest", channel: "C0RANDOM"));
        Assert.Contains(room.Workspace.Ephemeral("U0ANA"), told => told.Channel == "C0ALL" && told.Text.Contains("No edition", StringComparison.Ordinal));
        Assert.Contains(await room.AuditAsync(), line => line.Result == "done");
    }

    [Theory]
    [InlineData("assign 4 <@U0DEV> by friday")]
    [InlineData(": assign 4 <@U0DEV> by friday")]
    public async Task May_be_said_to_the_bot_in_a_channel(string said)
    {
        await using var room = await SlackRoom.OpenAsync();
        var mention = room.Ana.Mentions(SlackRoom.Executives, said);
        var asMessage = room.Event(new()
        {
            ["type"] = "message", ["channel"] = SlackRoom.Executives, ["channel_type"] = "channel", ["user"] = "U0ANA",
            ["text"] = mention.Body["event"]!["text"]!.GetValue<string>(), ["ts"] = mention.Body["event"]!["ts"]!.GetValue<string>(), ["event_ts"] = "1795410000.000100",
        });
        await room.HearsAsync(mention, asMessage);
        Assert.Equal("slack:U0DEV", Assert.Single(await room.OpenFollowUpsAsync()).Owner);
        Assert.Single(await room.AuditAsync());
    }

    [Fact]
    public async Task May_be_written_to_the_bot_directly()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Types("claim 3"), room.Dev.Writes("D0DEV", "done 1 refunds paid &amp; told"));
        Assert.Equal("refunds paid & told", (await room.StateOfAsync(3)).Outcome);
    }

    [Fact]
    public async Task Cannot_be_given_by_another_bot_or_by_an_edit()
    {
        await using var room = await SlackRoom.OpenAsync();
        var edit = room.Dev.Writes("D0DEV", "claim 3");
        edit.Body["event"]!["subtype"] = "message_changed";
        var robot = room.Dev.Writes("D0DEV", "claim 4");
        robot.Body["event"]!["bot_id"] = "B0OTHER";
        room.Workspace.AddUser(new("U0ROBOT", "robot", "robot@acme.example", IsBot: true));
        await room.HearsAsync(edit, robot, room.Workspace.Person("U0ROBOT").Types("claim 5"));
        Assert.Empty(await room.AuditAsync());
    }

    [Fact]
    public async Task Is_done_also_while_slack_cannot_say_who_asks()
    {
        await using var room = await SlackRoom.OpenAsync();
        room.Slack.Methods["users.info"] = _ => throw SlackSays.No("internal_error");
        await room.HearsAsync(room.Max.Types("claim 3"));
        Assert.Equal("slack:U0MAX", Assert.Single(await room.OpenFollowUpsAsync()).Owner);
    }

    private static (string Verb, string Result, string Through) Line(AuditLine line) => (line.Verb, line.Result, line.Through);
}
