using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Testing;

/// <summary>Acme Air's editions on their way to chat: a real store, the real publisher and dispatcher, a fake platform and clock.</summary>
internal sealed class Office : IAsyncDisposable
{
    public static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "fake", "C-exec"), new("all-hands", "fake", "C-all")],
        Curators = new("curators", "fake", "C-cur"),
    };

    private readonly TestStore _store;

    private Office(TestStore store, FakePlatform platform, FakeClock clock) => (_store, Platform, Clock) = (store, platform, clock);

    public FakePlatform Platform { get; }

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public Dispatcher Dispatcher => _store.Services.GetRequiredService<Dispatcher>();

    /// <summary>An office in which nothing was requested yet.</summary>
    /// <param name="states">What people did with an edition; nothing unless given.</param>
    public static async Task<Office> OpenAsync(ITouchPointStates? states = null)
    {
        var platform = new FakePlatform();
        var clock = FakeClock.OnMonday();
        return new(await TestStore.CreateAsync(services => Register(services, platform, clock, states ?? new NobodyActed())), platform, clock);
    }

    /// <summary>The edition of a week as the composer made it: a draft of three touch points.</summary>
    public static Edition Composed(DigestWeek? week = null, params string[] stories) => Editions.OrdinaryEdition() with
    {
        Key = new("weekly", week ?? Editions.Week),
        State = EditionState.Draft,
        TouchPoints = [.. Editions.OrdinaryEdition().TouchPoints.Zip(stories.Length > 0 ? stories : ["a", "b", "c"], Named)],
    };

    /// <summary>Does something with the publisher and commits.</summary>
    public async Task<T> PublisherAsync<T>(Func<EditionPublisher, IEditionStore, Task<T>> act)
    {
        await using var scope = _store.Scope();
        var services = scope.ServiceProvider;
        var result = await act(services.GetRequiredService<EditionPublisher>(), services.GetRequiredService<IEditionStore>());
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(default);
        return result;
    }

    /// <summary>Publishes a composed edition, whatever is kept of it.</summary>
    public Task<Edition> PublishAsync(Edition composed) => PublisherAsync(async (publisher, editions) =>
        await publisher.PublishAsync(Digest, await editions.FindAsync(composed.Key, default), composed, default));

    /// <summary>Drafts a composed edition, whatever is kept of it.</summary>
    public Task<Edition> DraftAsync(Edition composed) => PublisherAsync(async (publisher, editions) =>
        await publisher.DraftAsync(Digest, await editions.FindAsync(composed.Key, default), composed, default));

    /// <summary>Requests one message.</summary>
    public Task RequestAsync(Delivery delivery) => _store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(delivery));

    /// <summary>A plain message to a channel.</summary>
    public static Delivery Note(string part, string channel = "C-exec", string platform = "fake") => new()
    {
        Key = new(DeliveryPurpose.Alert, "weekly", Editions.Week, channel, part),
        Platform = platform, Channel = channel, Text = new($"note {part}", []),
    };

    /// <summary>Sends what may go out now.</summary>
    public Task SendAsync() => Dispatcher.DrainAsync(default, default);

    /// <summary>Sends, moving the time on until nothing waits any more or so much time has passed.</summary>
    public async Task SendForAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed <= time; passed += TimeSpan.FromSeconds(1))
        {
            await SendAsync();
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public Task<Delivery?> FindAsync(DeliveryKey key) => _store.ReadAsync<IOutbox, Delivery?>(outbox => outbox.FindAsync(key, default));

    public Task<IReadOnlyList<Delivery>> InStateAsync(DeliveryState state) =>
        _store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(state, 100, default));

    /// <summary>Parts that stand in a channel, in the order in which they came.</summary>
    public IReadOnlyList<string> PartsIn(string channel) =>
        [.. Platform.Messages.Where(message => message.Posted.Channel == channel).Select(message => message.Key.Part)];

    /// <summary>The text of an alert that stands.</summary>
    public IReadOnlyList<TextContent> Alerts() =>
        [.. Platform.Messages.Where(message => message.Posted.Channel == "C-cur").Select(message => message.Content).OfType<TextContent>()];

    /// <summary>Kills the process and starts it again: nothing in memory is left, leases are given up.</summary>
    public async Task RestartAsync()
    {
        await _store.RestartAsync();
        await _store.Services.GetRequiredService<IDeliveries>().ReleaseAllAsync(default);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static TouchPoint Named(TouchPoint point, string story) => point with { StoryKey = story, Id = $"tp{story}" };

    private static void Register(IServiceCollection services, FakePlatform platform, FakeClock clock, ITouchPointStates states) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton<IChatPlatform>(platform)
        .AddSingleton(new Digests([Digest]))
        .AddSingleton(states)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IPeople>(new ConfiguredPeople([]))
        .AddSingleton(new ReadingRules(Digest.Brand))
        .AddSingleton<MentionCollector>()
        .AddScoped<LedgerWriter>()
        .AddUnderstanding()
        .AddRanking()
        .AddEditions()
        .AddPublishing()
        .AddEditionRun();

    private sealed class NobodyActed : ITouchPointStates
    {
        public Task<IReadOnlyDictionary<string, TouchPointState>> OfAsync(Edition edition, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, TouchPointState>>(new Dictionary<string, TouchPointState>(StringComparer.Ordinal));
    }
}
