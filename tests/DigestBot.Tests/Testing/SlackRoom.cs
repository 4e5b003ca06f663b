using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Settings;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Testing;

/// <summary>
/// Acme Air's workspace on Monday: the edition stands in two channels, people act on it in Slack's own ways, and what that means
/// is done by the real inbox, verbs and store.
/// </summary>
internal sealed class SlackRoom : IAsyncDisposable
{
    public const string Executives = "C0EXEC";
    public const string Finance = "C0FINANCE";

    public static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "slack", Executives), new("finance", "slack", Finance)],
        Curators = new("curators", "slack", "C0CURATE"),
    };

    private readonly TestStore _store;
    private int _commands;

    private SlackRoom(FakeSlack slack, TestStore store, FakeClock clock) => (Slack, _store, Clock) = (slack, store, clock);

    public FakeSlack Slack { get; }

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public FakeWorkspace Workspace => Slack.Workspace;

    public FakePerson Ana => Workspace.Person("U0ANA");

    public FakePerson Ben => Workspace.Person("U0BEN");

    public FakePerson Cleo => Workspace.Person("U0CLEO");

    public FakePerson Dev => Workspace.Person("U0DEV");

    public FakePerson Max => Workspace.Person("U0MAX");

    /// <summary>Ana and Ben lead, Cleo curates; further settings go over these.</summary>
    /// <param name="settings">Keys and values.</param>
    public static Task<SlackRoom> OpenAsync(params (string Key, string Value)[] settings) => OpenAsync(
    [
        ("People:0:Id", "slack:U0ANA"), ("People:0:Name", "Ana"), ("People:0:Roles", "Executive"),
        ("People:1:Id", "slack:U0BEN"), ("People:1:Name", "Ben"), ("People:1:Roles", "Executive"),
        ("People:2:Id", "slack:U0CLEO"), ("People:2:Name", "Cleo"), ("People:2:Roles", "Curator"), .. settings,
    ], Digest);

    /// <summary>Exactly these settings.</summary>
    public static async Task<SlackRoom> OpenAsync(IReadOnlyList<(string Key, string Value)> settings, params Digest[] digests)
    {
        var clock = FakeClock.OnMonday();
        var slack = await FakeSlack.StartAsync(clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Slack:SigningSecret", FakeSlack.SigningSecret), new("Slack:BotToken", slack.Workspace.BotToken),
            new("Slack:ApiBaseAddress", slack.ApiBaseAddress.ToString()), new("Sources:0:Name", "any"), new("Brand:Name", "Acme Air"),
            .. settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)),
        ]).Build();
        var room = new SlackRoom(slack, await TestStore.CreateAsync(services => Register(services, configuration, clock, digests)), clock);
        await room.PublishAsync(Editions.OrdinaryEdition());
        return room;
    }

    /// <summary>What Slack sends, once; the same again when it is handed in again.</summary>
    public async Task HearsAsync(params FakeRequest[] requests)
    {
        await KeepsAsync(requests);
        await WorksAsync();
    }

    /// <summary>Keeps what Slack sends without looking at it yet.</summary>
    public async Task KeepsAsync(params FakeRequest[] requests)
    {
        foreach (var request in requests)
        {
            var id = request.Body["event_id"]?.GetValue<string>() ?? string.Create(CultureInfo.InvariantCulture, $"command-{_commands++}");
            await _store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(new("slack", id, request.InboxPayload, Clock.GetUtcNow()), default));
        }
    }

    /// <summary>Does what was kept, and sends the answers.</summary>
    public async Task WorksAsync()
    {
        await _store.Services.GetRequiredService<InboxWorker>().HandleAllAsync(default);
        await _store.Services.GetRequiredService<Errands>().DrainAsync(default);
    }

    /// <summary>An event of any shape in its envelope.</summary>
    public FakeRequest Event(JsonObject inner) => Workspace.Event(inner);

    /// <summary>The message of a touch point, or the edition's first one (0).</summary>
    public FakeMessage Message(int rank, string channel = Executives) => Workspace.Message(channel, Ts(rank, channel))!;

    /// <summary>What was told to somebody in private, oldest first.</summary>
    public IReadOnlyList<string> Told(FakePerson person) => [.. Workspace.Ephemeral(person.Id).Select(message => message.Text)];

    public Task<IReadOnlyList<FollowUp>> OpenFollowUpsAsync() =>
        _store.ReadAsync<IFollowUpStore, IReadOnlyList<FollowUp>>(store => store.OpenAsync("weekly", default));

    public Task<IReadOnlyList<AuditLine>> AuditAsync() => _store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(log => log.NewestAsync(100, default));

    public Task<IReadOnlyList<Comment>> CommentsAsync() =>
        _store.ReadAsync<IComments, IReadOnlyList<Comment>>(comments => comments.OfEditionAsync(new("weekly", Editions.Week), default));

    public Task<int> SetAsideAsync() => _store.ReadAsync<IInbox, int>(inbox => inbox.DeadCountAsync(default));

    public Task<IReadOnlyList<InboxItem>> PendingAsync() => _store.ReadAsync<IInbox, IReadOnlyList<InboxItem>>(inbox => inbox.PendingAsync(100, default));

    public async Task<TouchPointState> StateOfAsync(int rank) => await _store.ReadAsync<EditionCards, TouchPointState>(async cards =>
        (await cards.FindAsync(new("weekly", Editions.Week), default))!.States.GetValueOrDefault($"tp{rank}", TouchPointState.None));

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private static string Ts(int rank, string channel) => string.Create(CultureInfo.InvariantCulture, $"1795400{(channel == Executives ? 100 : 200)}.{rank:D6}");

    /// <summary>Keeps an edition as published; its messages stand in Slack.</summary>
    private async Task PublishAsync(Edition edition)
    {
        await _store.CommitAsync(services =>
        {
            services.GetRequiredService<IEditionStore>().Save(edition with { State = EditionState.Published, PublishedAt = Clock.GetUtcNow() });
            foreach (var delivery in EditionDeliveries.Of(Digest, edition))
                services.GetRequiredService<IOutbox>().Request(delivery);
        });
        var deliveries = _store.Services.GetRequiredService<IDeliveries>();
        while (await deliveries.TakeAsync(Clock.GetUtcNow(), TimeSpan.FromMinutes(1), default) is { } taken)
            await StandsAsync(deliveries, taken);
    }

    private async Task StandsAsync(IDeliveries deliveries, Delivery taken)
    {
        var ts = Ts(int.Parse(taken.Key.Part, CultureInfo.InvariantCulture), taken.Channel);
        Workspace.Store(new()
        {
            Ts = ts, Channel = taken.Channel, User = FakeWorkspace.Bot, Text = taken.Key.Part, ThreadTs = taken.ThreadOf is null ? null : Ts(0, taken.Channel),
        });
        await deliveries.RecordAsync(taken with { State = DeliveryState.Sent, SentVersion = taken.Version, Posted = new("slack", taken.Channel, ts) }, default);
    }

    private static void Register(IServiceCollection services, IConfiguration settings, FakeClock clock, Digest[] digests) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(settings)
        .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(new Digests(digests))
        .AddSingleton<IMentionReader>(new PlainReader())
        .AddPublishing()
        .AddActions()
        .AddPeople(settings)
        .AddReactions(settings)
        .AddSingleton<InboxWorker>()
        .AddSlack(settings);
}
