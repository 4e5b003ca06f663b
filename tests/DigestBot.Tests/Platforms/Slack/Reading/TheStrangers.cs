using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>People without a role, from other companies, or whom nobody has named.</summary>
public sealed class TheStrangers
{
    private const string Refused = "refused: not allowed";

    [Fact]
    public async Task From_another_company_in_a_shared_channel_are_refused_in_private_with_an_audit_line()
    {
        await using var room = await SlackRoom.OpenAsync();
        var presses = room.Max.Types("claim 3");
        var writes = room.Max.Writes(SlackRoom.Executives, "claim 3", inThreadOf: room.Message(0));
        writes.Body["event"]!["user_team"] = "T0GLOBEX";
        await room.HearsAsync(writes);
        Assert.Equal(Refused, Assert.Single(await room.AuditAsync()).Result);
        Assert.Contains("Acme Air's digest", Assert.Single(room.Told(room.Max)), StringComparison.Ordinal);
        Assert.Empty(await room.OpenFollowUpsAsync());

        await room.HearsAsync(presses); // the same person at home may
        Assert.Single(await room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task From_another_company_may_thank()
    {
        await using var room = await SlackRoom.OpenAsync();
        var thanks = room.Max.Writes(SlackRoom.Executives, "kudos 4", inThreadOf: room.Message(0));
        thanks.Body["event"]!["user_team"] = "T0GLOBEX";
        await room.HearsAsync(thanks);
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);
    }

    [Fact]
    public async Task Of_a_workspace_that_is_none_of_ours_are_not_heard()
    {
        await using var room = await SlackRoom.OpenAsync();
        var foreign = room.Ana.Types("claim 3");
        foreign.Body["team_id"] = "T0GLOBEX";
        await room.HearsAsync(foreign);
        Assert.Empty(await room.OpenFollowUpsAsync());
        Assert.Empty(await room.PendingAsync());
    }

    [Fact]
    public async Task In_an_audiences_channel_count_as_executives_while_nobody_is_named()
    {
        await using var room = await SlackRoom.OpenAsync([], SlackRoom.Digest);
        room.Workspace.Change(SlackRoom.Executives, channel => channel with { Members = ["U0ANA", "U0BOT"] });
        room.Workspace.Change(SlackRoom.Finance, channel => channel with { Members = ["U0BOT"] });
        await room.HearsAsync(room.Max.Types("pick 2"));
        Assert.Equal(Refused, Assert.Single(await room.AuditAsync()).Result);

        await room.HearsAsync(room.Ana.Types("pick 2"));
        Assert.Equal("slack:U0ANA", Assert.Single(await room.OpenFollowUpsAsync()).AskedBy);
    }

    [Fact]
    public async Task Are_the_ones_of_the_settings_when_they_have_the_address()
    {
        await using var room = await SlackRoom.OpenAsync([("People:0:Id", "ana@acme.example"), ("People:0:Name", "Ana Castillo"), ("People:0:Roles", "Executive")], SlackRoom.Digest);
        await room.HearsAsync(room.Ana.Types("pick 2"));
        Assert.Equal("ana@acme.example", Assert.Single(await room.OpenFollowUpsAsync()).AskedBy);

        await room.HearsAsync(room.Max.Types("assign 3 ana@acme.example"), room.Max.Types("pick 7"));
        Assert.Equal(2, (await room.AuditAsync()).Count(line => line.Result == Refused));
    }

    [Fact]
    public async Task Who_left_the_company_cannot_be_given_anything()
    {
        await using var room = await SlackRoom.OpenAsync();
        room.Workspace.ChangeUser("U0MAX", user => user with { IsDeleted = true });
        await room.HearsAsync(room.Ana.Types("assign 3 <@U0MAX>"), room.Ana.Types("assign 3 <@U0NOBODY>"));
        Assert.Equal(["refused: not found", "refused: not found"], (await room.AuditAsync()).Select(line => line.Result));
    }
}
