using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Tests.Platforms.Teams.Reading;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>What executives and curators see on a touch point that others do not, and how they come to see it.</summary>
public sealed class TheCardsOfTheirOwn
{
    private const int Suggestion = 7;

    [Fact]
    public async Task Carry_for_everybody_what_anybody_may_press()
    {
        await using var room = await MetAsync();
        var card = await EverybodysAsync(room);
        Assert.Equal(["I own this", "Evidence"], Titles(card));
        Assert.Equal([room.Ana.Member.Mri, room.Ben.Member.Mri, room.Cleo.Member.Mri], card["refresh"]!["userIds"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    [Fact]
    public async Task Are_offered_by_the_message_that_is_posted_and_by_each_change_of_it()
    {
        await using var room = await MetAsync();
        var platform = room.Store.Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "teams");
        var message = new OutgoingMessage(new(DeliveryPurpose.Share, "weekly", Editions.Week, "finance", "tp7"), TeamsRoom.Executives, new TouchPointContent(Editions.Ordinary(), Suggestion), null);
        var sent = Assert.IsType<SendResult.Sent>(await platform.PostAsync(message, default));
        Assert.NotNull(Standing(room, sent)["refresh"]);
        await platform.UpdateAsync(sent.Message, message, default);
        Assert.Equal(["I own this", "Evidence"], Titles(Standing(room, sent)));
    }

    [Fact]
    public async Task Are_found_for_executives_who_never_spoke_to_the_bot_by_asking_their_channel()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await HearsAsync(room, room.Max);
        Assert.Contains(room.Ana.Member.Mri, (await EverybodysAsync(room))["refresh"]!["userIds"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    [Fact]
    public async Task Leave_all_buttons_to_everybody_while_no_executive_can_be_reached()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var card = await EverybodysAsync(room);
        Assert.Equal("Act on this", Titles(card)[0]);
        Assert.Null(card["refresh"]);
    }

    [Fact]
    public async Task Give_an_executive_what_executives_may()
    {
        await using var room = await MetAsync();
        Assert.Equal(["Act on this", "I own this", "Assign", "Evidence", "Share to...", "Not useful..."], Titles(await OwnAsync(room, room.Ana)));
    }

    [Fact]
    public async Task Give_a_curator_what_curators_may()
    {
        await using var room = await MetAsync();
        Assert.Equal(["I own this", "Evidence", "Correct..."], Titles(await OwnAsync(room, room.Cleo)));
    }

    [Fact]
    public async Task Give_nobody_more_for_what_their_client_says()
    {
        await using var room = await MetAsync();
        Assert.Equal(["I own this", "Evidence"], Titles(await OwnAsync(room, room.Max, "executive=true")));
        Assert.DoesNotContain("I own this", Titles(Card(await AskAsync(room, room.Max.Executes(room.Message(Suggestion), TeamsViewers.RefreshVerb).AsGuest()))));
    }

    [Fact]
    public async Task Are_asked_for_again_and_show_the_newest_state()
    {
        await using var room = await MetAsync();
        await room.HearsAsync(room.Dev.Executes(room.Message(Suggestion), "claim", "tp7"));
        var card = await OwnAsync(room, room.Ana);
        Assert.Contains("Dev owns this", card.Sent(), StringComparison.Ordinal);
        Assert.NotNull(card["refresh"]);
        // Teams would show the tags of a mention in a card that it asked for.
        Assert.DoesNotContain("<at>", card.Sent(), StringComparison.Ordinal);
        Assert.Single((await EverybodysAsync(room))["msteams"]!["entities"]!.AsArray());
    }

    [Fact]
    public async Task Change_nothing_when_they_are_asked_for()
    {
        await using var room = await MetAsync();
        var before = await room.AuditAsync();
        await OwnAsync(room, room.Ana);
        Assert.Equal(before, await room.AuditAsync());
        Assert.Empty(await room.PendingAsync());
    }

    [Fact]
    public async Task Are_not_there_for_a_message_that_is_none_of_ours()
    {
        await using var room = await MetAsync();
        var answer = await AskAsync(room, room.Ana.Executes(room.Message(Suggestion), TeamsViewers.RefreshVerb).With("replyToId", "1700000000000"));
        Assert.Equal((200, 404), (answer.Status, (int)answer.Body!["statusCode"]!));
    }

    [Fact]
    public async Task Are_not_needed_while_nobody_is_named_an_executive()
    {
        await using var room = await TeamsRoom.OpenAsync(("People:0:Roles", "Anyone"), ("People:1:Roles", "Anyone"));
        var card = await EverybodysAsync(room);
        Assert.Equal("Act on this", Titles(card)[0]);
        Assert.Null(card["refresh"]);
    }

    private static async Task<TeamsRoom> MetAsync()
    {
        var room = await TeamsRoom.OpenAsync();
        await HearsAsync(room, room.Ana, room.Ben, room.Cleo, room.Max);
        return room;
    }

    private static async Task HearsAsync(TeamsRoom room, params FakeColleague[] people)
    {
        var conversations = room.Store.Services.GetRequiredService<TeamsConversations>();
        foreach (var person in people)
            await conversations.NoteAsync(TeamsRoom.Read(person.Mentions(TeamsRoom.Executives, "hello")), default);
    }

    private static JsonObject Standing(TeamsRoom room, SendResult.Sent sent) =>
        room.Tenant.Message(sent.Message.Channel, sent.Message.Id)!.Activity["attachments"]![0]!["content"]!.AsObject();

    private static async Task<JsonObject> EverybodysAsync(TeamsRoom room)
    {
        var card = await room.Store.ReadAsync<EditionCards, EditionCard>(async cards => (await cards.FindAsync(new("weekly", Editions.Week), default))!);
        var content = new TouchPointContent(card, Suggestion);
        return TeamsView.Of(content, await room.Store.Services.GetRequiredService<TeamsCircle>().EverybodyAsync(content, default));
    }

    private static async Task<JsonObject> OwnAsync(TeamsRoom room, FakeColleague viewer, string? args = null) =>
        Card(await AskAsync(room, viewer.Executes(room.Message(Suggestion), TeamsViewers.RefreshVerb, args)));

    private static Task<InvokeResponse> AskAsync(TeamsRoom room, FakeActivity refresh)
    {
        var invoke = TeamsRoom.Read(refresh);
        return room.Store.Services.GetServices<IInvokeHandler>().Single(handler => handler.Takes(invoke)).AnswerAsync(invoke, default);
    }

    private static JsonObject Card(InvokeResponse answer)
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.Body!.Text("type"));
        return answer.Body!["value"]!.AsObject();
    }

    private static List<string> Titles(JsonObject card) => [.. Buttons(card["actions"]!.AsArray()).Select(button => button.Text("title")!)];

    // Those that a button unfolds count as well.
    private static IEnumerable<JsonObject> Buttons(JsonArray actions) => actions.Select(action => action!.AsObject())
        .SelectMany(action => action["card"] is { } unfolded ? Buttons(unfolded["actions"]!.AsArray()) : [action]);
}
