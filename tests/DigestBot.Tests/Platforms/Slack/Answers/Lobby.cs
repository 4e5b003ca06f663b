using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Platforms.Slack.Home;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Platforms.Slack.Answers;

/// <summary>Where Acme Air's people ask in Slack and are answered: real verbs on a real store, real answers at the fake Slack.</summary>
internal sealed class Lobby : IAsyncDisposable
{
    public static readonly Person Ana = new("slack:U0ANA", "Ana", "Europe/Paris", Roles.Executive);
    public static readonly Person Cleo = new("slack:U0CLEO", "Cleo", "Europe/Paris", Roles.Curator);
    public static readonly Person Dev = new("slack:U0DEV", "Dev", "America/New_York", Roles.Anyone);
    public static readonly Person Max = new("slack:U0MAX", "Max", "Europe/Paris", Roles.Anyone);

    private static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "slack", "C0EXEC"), new("finance", "slack", "C0FINANCE")],
        Curators = new("curators", "slack", "C0CURATE"),
    };

    private readonly TestStore _store;

    private Lobby(FakeSlack slack, TestStore store, FakeClock clock) => (Slack, _store, Clock) = (slack, store, clock);

    public FakeSlack Slack { get; }

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public FakeWorkspace Workspace => Slack.Workspace;

    public SlackReplies Replies => _store.Services.GetRequiredService<SlackReplies>();

    public SlackHome Home => _store.Services.GetRequiredService<SlackHome>();

    /// <summary>Monday, 08:00 in Paris: week 46 is published, with the five messages of its raw minutes.</summary>
    public static async Task<Lobby> OpenAsync(Edition? published = null)
    {
        var lobby = await BeforeAnyEditionAsync();
        await lobby.KeepAsync((published ?? Editions.OrdinaryEdition()) with { State = EditionState.Published, PublishedAt = lobby.Clock.GetUtcNow() });
        return lobby;
    }

    public static async Task<Lobby> BeforeAnyEditionAsync()
    {
        var clock = FakeClock.OnMonday();
        var slack = await FakeSlack.StartAsync(clock);
        return new(slack, await TestStore.CreateAsync(services => Register(services, slack, clock)), clock);
    }

    public Task KeepAsync(Edition edition) => _store.CommitAsync(services => services.GetRequiredService<IEditionStore>().Save(edition));

    /// <summary>Keeps what customers said.</summary>
    public async Task HearAsync(string source, params IEnumerable<Mention> mentions)
    {
        var reader = _store.Services.GetRequiredService<IMentionReader>();
        await _store.ReadAsync<IMentionStore, SavedPage>(store => store.SaveAsync(
            source, [.. mentions.Select(mention => new ReadMention(mention, reader.Read(mention) with { Topics = ["lost luggage"] }))], null, default));
    }

    /// <summary>Somebody asks, by a command in the executives' channel unless another place is given; the answer goes out.</summary>
    public async Task<ActionReply> AsksAsync(Person by, string typed, Through through = Through.Command, Func<SlackReplyTo, SlackReplyTo>? place = null)
    {
        var words = new ActionArguments(typed);
        var request = new ActionRequest(by, through, "weekly", words.TakeWord(), words.Rest) { Edition = through == Through.Reaction ? new("weekly", Editions.Week) : null };
        var reply = await RunAsync(request);
        var to = new SlackReplyTo(null, by.Channel) { Channel = "C0EXEC", Request = request };
        await Replies.SendAsync(place?.Invoke(to) ?? to, reply, default);
        return reply;
    }

    public Task<ActionReply> RunAsync(ActionRequest request) => _store.Services.GetRequiredService<ActionRunner>().RunAsync(request, default);

    /// <summary>A message of the bot's in the executives' channel, to write below.</summary>
    public string Thread() => Workspace.Store(new() { Ts = Workspace.NextTs(), Channel = "C0EXEC", User = FakeWorkspace.Bot }).Ts;

    /// <summary>The edition's first message stands in the executives' channel; its <c>ts</c>.</summary>
    public async Task<string> StandsAsync()
    {
        var thread = Thread();
        await _store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(EditionDeliveries.Of(Digest, Editions.OrdinaryEdition()).First()));
        var deliveries = _store.Services.GetRequiredService<IDeliveries>();
        var taken = await deliveries.TakeAsync(Clock.GetUtcNow(), TimeSpan.FromMinutes(1), default);
        await deliveries.RecordAsync(taken! with { State = DeliveryState.Sent, SentVersion = taken.Version, Posted = new("slack", "C0EXEC", thread) }, default);
        return thread;
    }

    public string ResponseUrl(Person of) => Workspace.NewResponseUrl("C0EXEC", of.Channel, null);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private static void Register(IServiceCollection services, FakeSlack slack, FakeClock clock) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(new Digests([Digest]))
        .AddSingleton<IPeople>(new ConfiguredPeople([Ana, Cleo, Dev, Max]))
        .AddSingleton<IMentionReader>(new PlainReader())
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSlack(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:BotToken"] = slack.Workspace.BotToken,
            ["Slack:ApiBaseAddress"] = slack.ApiBaseAddress.ToString(),
        }).Build())
        .AddActions();
}
