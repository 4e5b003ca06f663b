using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>What is typed: in the personal chat, after the bot's name, as a slash command.</summary>
public sealed class TheCommand
{
    [Theory]
    [InlineData("", "wins")]
    [InlineData("socialwins", "wins")]
    [InlineData("socialwins issues", "issues")]
    [InlineData("mine", "mine")]
    [InlineData("week 2026-W46", "week")]
    [InlineData("search refund", "search")]
    [InlineData("scoreboard", "scoreboard")]
    [InlineData("more 5 search refund", "more")]
    [InlineData("HELP", "help")]
    public async Task Does_what_the_table_says(string typed, string verb)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Says(typed), room.Ana.Mentions(TeamsRoom.Executives, typed));
        Assert.All(await room.AuditAsync(), line => Assert.Equal((verb, "command"), (line.Verb, line.Through)));
        Assert.Equal(2, (await room.AuditAsync()).Count);
    }

    [Fact]
    public async Task Does_everything_that_there_is_by_words_alone()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var verbs = room.Store.Services.GetRequiredService<ActionRegistry>().All;
        foreach (var verb in verbs)
            await room.HearsAsync(room.Cleo.Says(verb.Description.Example));
        Assert.Equal(verbs.Select(verb => verb.Description.Verb), (await room.AuditAsync()).Select(line => line.Verb).Reverse());
    }

    [Fact]
    public async Task Assigns_to_somebody_mentioned()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Mentions(TeamsRoom.Executives, "assign 4 <at>Dev</at> by friday").Naming(room.Dev));
        var given = Assert.Single(await room.OpenFollowUpsAsync());
        Assert.Equal((room.Dev.PersonId(), new DateOnly(2026, 11, 27)), (given.Owner, given.Due));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Assigns_to_somebody_mentioned_of_whom_Teams_tells_no_more_than_its_own_id(bool isMet)
    {
        await using var room = await TeamsRoom.OpenAsync();
        if (isMet)
            await room.HearsAsync(room.Dev.Says("mine"));
        await room.HearsAsync(room.Ana.Mentions(TeamsRoom.Executives, "assign 4 <at>Dev</at>").Naming(room.Dev, withObjectId: false));
        Assert.Equal(room.Dev.PersonId(), Assert.Single(await room.OpenFollowUpsAsync()).Owner);
    }

    [Fact]
    public async Task Leads_whoever_may_set_the_bot_up_to_that_while_nobody_has()
    {
        await using var room = await TeamsRoom.BeforeAnyEditionAsync(TeamsRoom.Digest with { Audiences = [new("hall", "terminal", "out")], Curators = null });
        await room.HearsAsync(room.Cleo.Says("help"), room.Cleo.Says("help"), room.Max.Says("help"));
        var question = Assert.Single(await room.Store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Waiting, 10, default)));
        Assert.Equal((room.Cleo.Id, "setup"), (question.Channel, question.Text!.Actions[0].Verb));
    }

    [Fact]
    public async Task Assigns_to_somebody_typed_by_name()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Says("assign 4 @dev by friday"));
        Assert.Equal(room.Dev.PersonId(), Assert.Single(await room.OpenFollowUpsAsync()).Owner);
    }

    [Fact]
    public async Task Given_as_a_slash_command_needs_no_mention()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Slashes(TeamsRoom.Executives, "socialwins claim 3"));
        Assert.Equal("Dev", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Is_nobodys_where_nobody_known_gives_it()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var claim = room.Dev.Says("claim 3");
        await room.HearsAsync(
            claim.With("id", "1").From(new() { ["id"] = "29:anonymous" }),
            claim.With("id", "2").From(new() { ["id"] = FakeTeams.Bot, ["aadObjectId"] = room.Dev.Id }),
            claim.With("id", "3").From(null));
        Assert.Empty(await room.AuditAsync());
        Assert.Empty(await room.PendingAsync());
    }

    [Fact]
    public async Task Of_a_guest_from_another_company_is_refused_but_for_thanks()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(
            room.Max.Mentions(TeamsRoom.Executives, "claim 3", room.Message(0)).AsGuest(),
            room.Max.Mentions(TeamsRoom.Executives, "kudos 4", room.Message(0)).AsGuest());
        Assert.Equal(["done", "refused: not allowed"], (await room.AuditAsync()).Select(line => line.Result));
        Assert.Empty(await room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Of_another_tenant_is_never_somebodys_of_ours()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var pick = room.Ana.Says("pick 2");
        var elsewhere = pick.Body["conversation"]!.DeepClone().AsObject();
        elsewhere["tenantId"] = "99999999-9999-4999-8999-999999999999";
        await room.HearsAsync(pick.With("conversation", elsewhere));
        Assert.Empty(await room.OpenFollowUpsAsync());
    }

    [Theory]
    [InlineData("Pacific/Honolulu", 22)] // Sunday evening there
    [InlineData("Europe/Paris", 23)]
    [InlineData("../../etc/passwd", 23)]
    public async Task Reads_a_day_where_the_caller_is(string zone, int today)
    {
        await using var room = await TeamsRoom.OpenAsync();
        room.Tenant.Change(room.Dev.Member with { Zone = zone });
        await room.HearsAsync(room.Dev.Says("claim 4 by today"));
        Assert.Equal(new DateOnly(2026, 11, today), Assert.Single(await room.OpenFollowUpsAsync()).Due);
    }

    [Fact]
    public async Task Tells_where_somebody_is_for_reminders_later()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.Store.CommitAsync(services => services.GetRequiredService<IKnownPeople>().Save(new(new(room.Dev.PersonId(), "Dev", "", Roles.Anyone), room.Clock.GetUtcNow())));
        await room.HearsAsync(room.Dev.Says("mine"));
        var known = await room.Store.ReadAsync<IKnownPeople, KnownPerson?>(people => people.FindAsync(room.Dev.PersonId(), default));
        Assert.Equal(("America/New_York", "en-US"), (known!.Person.Zone, known.Person.Locale));
    }
}
