using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Settings;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

/// <summary>
/// Acme Air's people in front of Slack: week 46 is published, they press buttons, fill in modals and submit them. What they press
/// and see is at the fake Slack, what comes of it in a real store.
/// </summary>
internal sealed class FrontDesk : IAsyncDisposable
{
    public static readonly Person Ana = new("slack:U0ANA", "Ana", "Europe/Paris", Roles.Executive);
    public static readonly Person Cleo = new("slack:U0CLEO", "Cleo", "Europe/Paris", Roles.Curator);
    public static readonly Person Eve = new("slack:U0EVE", "Eve", "Europe/Paris", Roles.Anyone);
    public static readonly Person Max = new("slack:U0MAX", "Max", "Europe/Paris", Roles.Anyone);
    public static readonly Person Dev = new("slack:U0DEV", "Dev", "America/New_York", Roles.Anyone);

    public static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "slack", "C0EXEC"), new("all-hands", "slack", "C0ALL")],
        Curators = new("curators", "slack", "C0CURATE"),
    };

    /// <summary>Where the first message of the edition stands.</summary>
    public const string Thread = "1795417200.000100";

    private readonly TestStore _store;

    private FrontDesk(FakeSlack slack, TestStore store, FakeClock clock) => (Slack, _store, Clock) = (slack, store, clock);

    public FakeSlack Slack { get; }

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public SlackDialogs Dialogs => _store.Services.GetRequiredService<SlackDialogs>();

    public static async Task<FrontDesk> OpenAsync(Edition? published = null, Action<IServiceCollection>? more = null, Digests? digests = null)
    {
        var clock = FakeClock.OnMonday();
        var slack = await FakeSlack.StartAsync(clock);
        var desk = new FrontDesk(slack, await TestStore.CreateAsync(services => Register(services, slack, clock, digests ?? new([Digest]), more)), clock);
        await desk.KeepAsync((published ?? Editions.OrdinaryEdition()) with { State = EditionState.Published, PublishedAt = clock.GetUtcNow() });
        return desk;
    }

    public Task KeepAsync(Edition edition) => _store.CommitAsync(services => services.GetRequiredService<IEditionStore>().Save(edition));

    /// <summary>Keeps the draft of week 47, whose touch points have ids of their own: <c>d1</c>, <c>d2</c>...</summary>
    public async Task<Edition> DraftAsync()
    {
        var draft = Drafts.OfWeek47();
        await KeepAsync(draft);
        return draft;
    }

    public Task KeepAsync(params ReadMention[] mentions) => _store.ReadAsync<IMentionStore, SavedPage>(store => store.SaveAsync("app-store", mentions, null, default));

    /// <summary>A message of the bot's with one button on it.</summary>
    public FakeMessage Button(string title, string value, string channel = "C0EXEC") => Posted(
        new() { ["text"] = title, ["blocks"] = new JsonArray(SlackBlocks.Actions([new CardAction(value.Split(' ')[0], title, value[(value.Split(' ')[0].Length)..].Trim())])!) }, channel);

    /// <summary>The message of a touch point as it stands now, in the thread of the first message.</summary>
    public async Task<FakeMessage> PointAsync(int rank)
    {
        var card = await _store.ReadAsync<EditionCards, EditionCard?>(cards => cards.FindAsync(new("weekly", Editions.Week), default));
        return Posted(SlackView.TouchPoint(card!, rank), "C0EXEC", Thread);
    }

    public FakePerson Person(Person person) => new(Slack.Workspace, person.Channel);

    /// <summary>Somebody presses a button; the modal in front of them when everything is shown.</summary>
    public async Task<FakeView?> PressesAsync(Person by, FakeMessage message, string title)
    {
        await OpenAsync(Person(by).Presses(message, title));
        return Modal(by);
    }

    /// <summary>Somebody presses a button that says this much.</summary>
    public Task<FakeView?> PressesAsync(Person by, string value, string channel = "C0EXEC") => PressesAsync(by, Button("Press", value, channel), "Press");

    /// <summary>Somebody presses a button of the modal in front of them.</summary>
    public async Task<FakeView?> PressesInModalAsync(Person by, string title)
    {
        await OpenAsync(Person(by).Presses(Modal(by)!, title));
        return Modal(by);
    }

    public FakeView? Modal(Person of) => Slack.Workspace.Modal(of.Channel);

    /// <summary>Opens what a request opens, as the intake does; fails when it opens nothing.</summary>
    public Task OpenAsync(FakeRequest request)
    {
        var payload = Json(request.Body);
        Assert.True(Dialogs.Opens(payload), "It opens no dialog.");
        return Dialogs.OpenAsync(payload, CancellationToken.None);
    }

    /// <summary>Fills in the modal in front of somebody and submits it: the errors shown, or the answer.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Errors, ActionReply? Reply)> SubmitsAsync(Person by, params (string Block, string? Value)[] filled)
    {
        var view = Modal(by)!;
        var request = Person(by).Submits([.. ModalForm.Of(view, filled)]);
        var payload = Json(request.Body);
        if (Dialogs.Faults(payload) is { } faults)
        {
            // Slack shows errors at input blocks only, and refuses others.
            Assert.Subset(ModalForm.Inputs(view).ToHashSet(StringComparer.Ordinal), faults.Keys.ToHashSet(StringComparer.Ordinal));
            return (faults, null);
        }
        Slack.Workspace.Answered(by.Channel, null);
        var asked = Assert.IsType<InboxWork.Asked>(await Dialogs.SubmittedAsync(payload, by, default));
        return (new Dictionary<string, string>(StringComparer.Ordinal), await RunAsync(asked.Request));
    }

    /// <summary>The same, where it is to go well.</summary>
    public async Task<ActionReply.Done> DoesAsync(Person by, params (string Block, string? Value)[] filled)
    {
        var (errors, reply) = await SubmitsAsync(by, filled);
        Assert.Empty(errors);
        return Assert.IsType<ActionReply.Done>(reply);
    }

    public Task<ActionReply> RunAsync(ActionRequest request) => _store.Services.GetRequiredService<ActionRunner>().RunAsync(request, default);

    public Task<ActionReply> SaysAsync(Person by, string typed)
    {
        var words = new ActionArguments(typed);
        return RunAsync(new(by, Through.Command, "weekly", words.TakeWord(), words.Rest));
    }

    public Task<FollowUp?> FollowUpAsync(int number) => _store.ReadAsync<IFollowUpStore, FollowUp?>(store => store.FindAsync(number, default));

    public async Task<Edition> EditionAsync(DigestWeek week) => (await _store.ReadAsync<IEditionStore, Edition?>(store => store.FindAsync(new("weekly", week), default)))!;

    public Task<IReadOnlyList<Delivery>> WaitingAsync() =>
        _store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Waiting, 500, default));

    public static JsonElement Json(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private FakeMessage Posted(JsonObject message, string channel, string? thread = null) => Slack.Workspace.Store(new()
    {
        Ts = Slack.Workspace.NextTs(), Channel = channel, ThreadTs = thread, User = FakeWorkspace.Bot, Text = message.Text("text")!, Blocks = message["blocks"]!.DeepClone().AsArray(),
    });

    private static void Register(IServiceCollection services, FakeSlack slack, FakeClock clock, Digests digests, Action<IServiceCollection>? more)
    {
        var people = new ConfiguredPeople([Ana, Cleo, Eve, Max, Dev]);
        services.AddSingleton<TimeProvider>(clock)
            .AddSingleton(digests)
            .AddSingleton(people).AddSingleton<IPeople>(people)
            .AddSingleton<IMentionReader>(new PlainReader())
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddActions()
            .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
            .AddSlack(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
                ["Slack:BotToken"] = slack.Workspace.BotToken,
                ["Slack:ApiBaseAddress"] = slack.ApiBaseAddress.ToString(),
            }).Build());
        more?.Invoke(services);
    }
}

/// <summary>Filling in a modal by the ids of its blocks, whatever stands in them.</summary>
internal static class ModalForm
{
    /// <summary>Ids of the blocks that can be filled in.</summary>
    public static IEnumerable<string> Inputs(FakeView view) => Blocks(view).Select(block => block.Text("block_id")!);

    /// <summary>The state that Slack sends: every input with its initial value, unless it is filled in.</summary>
    public static IEnumerable<(string Block, string Action, JsonObject Value)> Of(FakeView view, IReadOnlyList<(string Block, string? Value)> filled)
    {
        Assert.Subset(Inputs(view).ToHashSet(StringComparer.Ordinal), filled.Select(field => field.Block).ToHashSet(StringComparer.Ordinal));
        foreach (var block in Blocks(view))
        {
            var (id, element) = (block.Text("block_id")!, block["element"]!.AsObject());
            var value = filled.Any(field => field.Block == id) ? filled.Last(field => field.Block == id).Value : Initial(element);
            yield return (id, element.Text("action_id")!, State(element.Text("type")!, value));
        }
    }

    /// <summary>A block's state with one element, by the property that its kind has its value in.</summary>
    public static JsonObject Value(string property, string value) => new() { ["x"] = new JsonObject { [property] = value } };

    /// <summary>What stands in an input at first.</summary>
    public static string? Initial(FakeView view, string block) => Initial(Blocks(view).Single(found => found.Text("block_id") == block)["element"]!.AsObject());

    private static IEnumerable<JsonObject> Blocks(FakeView view) => view.View["blocks"]!.AsArray().OfType<JsonObject>().Where(block => block.Text("type") == "input");

    private static string? Initial(JsonObject element) => element.Text("initial_value") ?? element.Text("initial_date") ?? element.Text("initial_user")
        ?? element.Text("initial_time") ?? element.Text("initial_conversation")
        ?? (element["initial_users"] is JsonArray users ? string.Join(' ', users.Select(user => user!.GetValue<string>())) : null)
        ?? (element["initial_option"] as JsonObject)?.Text("value");

    private static JsonObject State(string type, string? value) => type switch
    {
        "datepicker" => new() { ["type"] = type, ["selected_date"] = value },
        "users_select" => new() { ["type"] = type, ["selected_user"] = value },
        "timepicker" => new() { ["type"] = type, ["selected_time"] = value },
        "multi_users_select" => new() { ["type"] = type, ["selected_users"] = new JsonArray([.. (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(user => JsonValue.Create(user))]) },
        "conversations_select" => new() { ["type"] = type, ["selected_conversation"] = value },
        "static_select" or "radio_buttons" => new() { ["type"] = type, ["selected_option"] = value is null ? null : new JsonObject { ["value"] = value } },
        _ => new() { ["type"] = type, ["value"] = value },
    };
}
