using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

/// <summary>Acme Air's people in front of Teams: they open dialogs, fill them in and send them. What comes of it is in a real store.</summary>
internal sealed class TeamsDesk : IAsyncDisposable
{
    private TeamsDesk(TeamsRoom room) => Room = room;

    public TeamsRoom Room { get; }

    public FakeTenant Tenant => Room.Tenant;

    /// <summary>Week 46 is published, and the bot knows the channels and Dev.</summary>
    public static async Task<TeamsDesk> OpenAsync()
    {
        var desk = new TeamsDesk(await TeamsRoom.OpenAsync());
        foreach (var (place, name) in new[] { (FakeTenant.Executives, "exec"), (FakeTenant.Everybody, "all"), (FakeTenant.Curators, "curate") })
            await desk.KnowsAsync(place, name, ConversationKind.Channel);
        await desk.KnowsAsync(FakeTenant.ObjectIdOf("dev"), "Dev", ConversationKind.Personal);
        return desk;
    }

    /// <summary>The bot is in a place, or has talked to somebody.</summary>
    public Task KnowsAsync(string place, string name, ConversationKind kind) => Room.Store.CommitAsync(services => services.GetRequiredService<IConversations>().Note(
        new() { Platform = "teams", Workspace = "", Place = place, Kind = kind, Service = Tenant.ServiceUrl, Name = name, Conversation = place }));

    public Task KeepAsync(Edition edition) => Room.Store.CommitAsync(services => services.GetRequiredService<IEditionStore>().Save(edition));

    public Task KeepAsync(params ReadMention[] mentions) => Room.Store.ReadAsync<IMentionStore, SavedPage>(store => store.SaveAsync("app-store", mentions, null, default));

    /// <summary>Keeps the draft of week 47, whose touch points have ids of their own: <c>d1</c>, <c>d2</c>...</summary>
    public Task DraftAsync() => KeepAsync(Drafts.OfWeek47());

    public Task<FollowUp?> FollowUpAsync(int number) => Room.Store.ReadAsync<IFollowUpStore, FollowUp?>(store => store.FindAsync(number, default));

    public Task<IReadOnlyList<Delivery>> WaitingAsync() =>
        Room.Store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Waiting, 500, default));

    /// <summary>Somebody types something in the personal chat.</summary>
    public Task SaysAsync(FakeColleague by, string typed) => Room.HearsAsync(by.Says(typed));

    /// <summary>Somebody presses a button that opens a dialog, on the edition's first message.</summary>
    public async Task<TeamsDialog> OpensAsync(FakeColleague by, string verb, string args = "") => new(await AnswersAsync(Fetch(by, verb, args)));

    public FakeActivity Fetch(FakeColleague by, string verb, string args = "") =>
        by.Invokes("task/fetch", Room.Message(0), new() { ["data"] = Data(verb, args), ["context"] = new JsonObject { ["theme"] = "default" } });

    /// <summary>Somebody fills in a dialog and sends it: what stands in its place then.</summary>
    public async Task<TeamsDialog> SubmitsAsync(FakeColleague by, TeamsDialog dialog, params (string Id, string? Value)[] filled) =>
        new(await AnswersAsync(Submit(by, dialog, filled)));

    public FakeActivity Submit(FakeColleague by, TeamsDialog dialog, params (string Id, string? Value)[] filled) =>
        by.Invokes("task/submit", Room.Message(0), new() { ["data"] = dialog.Filled(filled) });

    /// <summary>Somebody presses a button in a dialog.</summary>
    public async Task<TeamsDialog> PressesAsync(FakeColleague by, TeamsDialog dialog, string title) =>
        new(await AnswersAsync(by.Submits(dialog.Card, title, Room.Message(0))));

    /// <summary>What an invoke is answered, while the worker of the inbox goes on beside, as in the program.</summary>
    public async Task<InvokeResponse> AnswersAsync(FakeActivity invoke)
    {
        var activity = TeamsRoom.Read(invoke);
        var answering = HandlerOf(activity).AnswerAsync(activity, default);
        while (!answering.IsCompleted)
        {
            await Room.WorksAsync();
            await Task.Yield();
        }
        return await answering;
    }

    public IInvokeHandler HandlerOf(Activity invoke) => Room.Store.Services.GetServices<IInvokeHandler>().Single(candidate => candidate.Takes(invoke));

    public ValueTask DisposeAsync() => Room.DisposeAsync();

    private static JsonObject Data(string verb, string args)
    {
        var data = new JsonObject { ["verb"] = verb, ["msteams"] = new JsonObject { ["type"] = "task/fetch" } };
        if (args.Length > 0)
            data["args"] = args;
        return data;
    }
}

/// <summary>What stands in a dialog of Teams.</summary>
/// <param name="Answer">As it was answered.</param>
internal sealed record TeamsDialog(InvokeResponse Answer)
{
    private JsonObject? Shown => Answer.Body?["task"] is JsonObject task && task.Text("type") == "continue" ? task["value"]!.AsObject() : null;

    /// <summary>Stands above it; null where nothing is open any more.</summary>
    public string? Title => Shown?.Text("title");

    public JsonObject Card => Shown!["card"]!["content"]!.AsObject();

    /// <summary>Words instead of a card; null where there is one.</summary>
    public string? Message => Answer.Body?["task"] is JsonObject task && task.Text("type") == "message" ? task.Text("value") : null;

    /// <summary>Everything that can be read, line by line.</summary>
    public string Reads => Message ?? FakeCard.Reads(Card);

    public IReadOnlyList<JsonObject> Inputs => [.. Card.Objects().Where(element => element.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true)];

    public JsonObject Input(string id) => Inputs.Single(input => input.Text("id") == id);

    /// <summary>The words above an input that has a fault; null without one.</summary>
    public string? FaultAt(string id)
    {
        var body = Card["body"]!.AsArray().OfType<JsonObject>().ToList();
        var above = body[body.FindIndex(element => element.Text("id") == id) - 1];
        return above.Objects().Any(run => run.Text("color") == "attention") ? above["inlines"]![0]!["text"]!.GetValue<string>() : null;
    }

    /// <summary>What is sent: every input as it stands, unless it is filled in; with the button's own data.</summary>
    public JsonObject Filled(IReadOnlyList<(string Id, string? Value)> filled)
    {
        Assert.Subset(Inputs.Select(input => input.Text("id")!).ToHashSet(StringComparer.Ordinal), filled.Select(field => field.Id).ToHashSet(StringComparer.Ordinal));
        var data = FakeCard.Buttons(Card)[^1].Data.DeepClone().AsObject();
        foreach (var input in Inputs)
        {
            var id = input.Text("id")!;
            if ((filled.Any(field => field.Id == id) ? filled.Last(field => field.Id == id).Value : input.Text("value")) is { } value)
                data[id] = value;
        }
        return data;
    }
}
