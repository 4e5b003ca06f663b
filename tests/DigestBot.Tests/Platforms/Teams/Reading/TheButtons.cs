using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>One-tap buttons of cards, also those that nobody has made.</summary>
public sealed class TheButtons
{
    [Fact]
    public async Task Do_what_they_say_to_the_message_they_stand_on()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var answers = new[] { await PressAsync(room, room.Max.Executes(room.Message(4), "kudos")), await PressAsync(room, room.Ben.Executes(room.Message(0), "claim", "tp3")) };
        Assert.Equal((1, "Ben"), ((await room.StateOfAsync(4)).Kudos, (await room.StateOfAsync(3)).Owner));
        Assert.All(answers, answer => Assert.Equal((200, "application/vnd.microsoft.activity.message"), (answer.Status, (string?)answer.Body!["type"])));
        Assert.Contains("Ben owns number 3", (string?)answers[1].Body!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_in_clients_that_know_no_better()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Submits(room.Message(3), "claim"));
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Sent_again_while_the_first_is_done_have_one_effect_and_the_same_answer()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var press = room.Ben.Executes(room.Message(3), "claim");
        var answers = await PressAsync(room, press, press, press);
        Assert.Single(await room.AuditAsync());
        Assert.Single(answers.Select(answer => answer.Body!.ToJsonString()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Say_in_words_what_hindered_and_what_to_do_next()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await PressAsync(room, room.Ana.Executes(room.Message(5), "claim"));
        var answer = await PressAsync(room, room.Ben.Executes(room.Message(5), "claim"));
        Assert.Contains("Ana has number 5", (string?)answer.Body!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Give_what_does_not_fit_beside_them_in_one_message_however_often_the_client_asks()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await PressAsync(room, room.Ana.Executes(room.Message(5), "claim"));
        var press = room.Ben.Executes(room.Message(5), "claim");
        await PressAsync(room, press, press);
        await PressAsync(room, press);
        Assert.Contains(Assert.Single(room.Tenant.Direct(room.Ben)).Buttons, button => button.Title == "Add me");
    }

    [Fact]
    public async Task Show_to_everyone_where_they_were_pressed()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await PressAsync(room, room.Ana.Executes(room.Message(0), "tell", "wins"));
        Assert.Contains(room.Tenant.Thread(TeamsRoom.Executives, room.Message(0).Id), said => said.Reads.Contains("Ana shows: The wins", StringComparison.Ordinal));
        Assert.Empty(room.Tenant.Direct(room.Ana));
    }

    [Theory]
    [InlineData("pick", "tp2")]
    [InlineData("publish", "")]
    [InlineData("assign", "tp3 @ana")]
    [InlineData("retract", "tp3")]
    public async Task Give_nobody_a_role_by_being_forged(string verb, string args)
    {
        await using var room = await TeamsRoom.OpenAsync();
        var answer = await PressAsync(room, room.Max.Executes(room.Message(0), verb, args));
        Assert.Equal((200, 403, "application/vnd.microsoft.error"), (answer.Status, (int)answer.Body!["statusCode"]!, (string?)answer.Body["type"]));
        Assert.Equal("refused: not allowed", Assert.Single(await room.AuditAsync()).Result);
        Assert.Empty(await room.OpenFollowUpsAsync());
    }

    [Theory]
    [InlineData("rm -rf /", null, "unknown")]
    [InlineData("claim", "tp999", "claim")]
    [InlineData("claim", "99999999999999999999", "claim")]
    [InlineData("assign", "tp3 @nobody", "assign")]
    public async Task About_things_that_are_not_there_are_refused_and_audited(string verb, string? args, string audited)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await PressAsync(room, room.Ana.Executes(room.Message(0), verb, args));
        var line = Assert.Single(await room.AuditAsync());
        Assert.Equal(audited, line.Verb);
        Assert.StartsWith("refused: ", line.Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":[]}}""")]
    [InlineData("""{"action":"claim"}""")]
    [InlineData("""{"action":{"verb":7,"data":{"verb":{}}}}""")]
    [InlineData("""{"verb":"\ud800"}""")]
    public async Task That_do_not_say_what_they_are_for_are_a_bad_request(string value)
    {
        await using var room = await TeamsRoom.OpenAsync();
        var handler = Handler(room);
        var forged = TeamsRoom.Read(room.Ana.Executes(room.Message(3), "x")) with { Value = System.Text.Json.JsonElement.Parse(value) };
        Assert.True(handler.Takes(forged));
        var answer = await handler.AnswerAsync(forged, default);
        Assert.Equal((400, "application/vnd.microsoft.error"), (answer.Status, (string?)answer.Body!["type"]));
        Assert.Empty(await room.PendingAsync());
    }

    [Fact]
    public async Task With_more_words_than_any_of_ours_are_set_aside()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Submits(room.Message(3), "claim", new string('x', 9_000)), room.Ana.Submits(room.Message(3), "x").With("value", new JsonObject { ["colour"] = "red" }));
        Assert.Equal(2, await room.SetAsideAsync());
    }

    [Fact]
    public async Task That_take_longer_say_so_and_are_done_all_the_same()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var answering = Handler(room).AnswerAsync(TeamsRoom.Read(room.Ben.Executes(room.Message(3), "claim")), default);
        while (!answering.IsCompleted)
        {
            room.Clock.AdvanceToNextTimer();
            await Task.Yield();
        }
        Assert.StartsWith("I am on it.", (string?)(await answering).Body!["value"], StringComparison.Ordinal);
        await room.WorksAsync();
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task To_refresh_a_card_are_somebody_elses_to_answer()
    {
        await using var room = await TeamsRoom.OpenAsync();
        Assert.False(Handler(room).Takes(TeamsRoom.Read(room.Ben.Executes(room.Message(3), "refresh"))));
    }

    private static AdaptiveCardActionHandler Handler(TeamsRoom room) => room.Store.Services.GetServices<IInvokeHandler>().OfType<AdaptiveCardActionHandler>().Single();

    private static async Task<InvokeResponse> PressAsync(TeamsRoom room, FakeActivity press) => (await PressAsync(room, [press]))[0];

    // The worker of the inbox goes on beside, as in the program.
    private static async Task<InvokeResponse[]> PressAsync(TeamsRoom room, params FakeActivity[] presses)
    {
        var answering = Task.WhenAll(presses.Select(press => Handler(room).AnswerAsync(TeamsRoom.Read(press), default)));
        while (!answering.IsCompleted)
        {
            await room.WorksAsync();
            await Task.Yield();
        }
        return await answering;
    }
}
