using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Platforms.Slack;

/// <summary>
/// Acme Air on Slack: the real outbox, dispatcher and platform, a Slack on loopback. Short waits are over at once, time-outs never
/// strike.
/// </summary>
internal sealed class SlackOffice : IAsyncDisposable
{
    private readonly TestStore _store;

    private SlackOffice(FakeSlack slack, TestStore store, HurriedClock clock, LogLines log) => (Slack, _store, Clock, Log) = (slack, store, clock, log);

    public FakeSlack Slack { get; }

    public HurriedClock Clock { get; }

    /// <summary>Everything that was logged.</summary>
    public LogLines Log { get; }

    public FakeWorkspace Workspace => Slack.Workspace;

    public SlackApi Api => _store.Services.GetRequiredService<SlackApi>();

    public IChatPlatform Platform => _store.Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "slack");

    public IServiceProvider Services => _store.Services;

    /// <summary>An office with nothing sent yet.</summary>
    /// <param name="settings">Further settings, over those that point at the fake.</param>
    public static async Task<SlackOffice> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var (clock, log) = (new HurriedClock(), new LogLines());
        var slack = await FakeSlack.StartAsync(clock);
        return new(slack, await TestStore.CreateAsync(services => Register(services, slack, clock, log, settings)), clock, log);
    }

    /// <summary>A plain message to a channel or a person.</summary>
    public static Delivery Note(string part, string channel = "C0EXEC") => Office.Note(part, channel, "slack");

    public Task RequestAsync(Delivery delivery) => _store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(delivery));

    /// <summary>Sends, moving the time on, until so much of it has passed.</summary>
    public async Task SendForAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed <= time; passed += TimeSpan.FromSeconds(1))
        {
            await _store.Services.GetRequiredService<Dispatcher>().DrainAsync(default, default);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Takes the next delivery as the dispatcher would, and leaves it taken.</summary>
    public async Task<Delivery> TakeAsync() =>
        (await _store.Services.GetRequiredService<IDeliveries>().TakeAsync(Clock.GetUtcNow(), TimeSpan.FromMinutes(1), default))!;

    public Task<Delivery?> FindAsync(DeliveryKey key) => _store.ReadAsync<IOutbox, Delivery?>(outbox => outbox.FindAsync(key, default));

    /// <summary>A further workspace, installed from a browser as far as we can tell.</summary>
    public async Task<FakeWorkspace> InstallAsync(string team)
    {
        var workspace = Slack.AddWorkspace(team, team).WithCast();
        var secret = Services.GetRequiredService<SlackVault>().Seal(team, new(workspace.BotToken, null));
        await _store.CommitAsync(services => services.GetRequiredService<IInstallations>().Save(new()
        {
            Platform = "slack", Workspace = team, Team = team, Bot = FakeWorkspace.Bot, Secret = secret, InstalledAt = Clock.GetUtcNow(),
        }));
        return workspace;
    }

    /// <summary>Kills the process and starts it again: nothing in memory is left, leases are given up.</summary>
    public async Task RestartAsync()
    {
        await _store.RestartAsync();
        await _store.Services.GetRequiredService<IDeliveries>().ReleaseAllAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private static void Register(IServiceCollection services, FakeSlack slack, HurriedClock clock, LogLines log, (string Key, string? Value)[] settings)
    {
        var section = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:BotToken"] = slack.Workspace.BotToken,
            ["Slack:AppToken"] = FakeSlack.AppToken,
            ["Slack:ClientId"] = FakeSlack.ClientId,
            ["Slack:ClientSecret"] = FakeSlack.ClientSecret,
            ["Slack:ApiBaseAddress"] = slack.ApiBaseAddress.ToString(),
        };
        foreach (var (key, value) in settings)
            section[key] = value;
        services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ILoggerFactory>(log)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(new Digests([Office.Digest]))
            .AddSingleton<IPeople>(new ConfiguredPeople([]))
            .AddSingleton(new ReadingRules(Office.Digest.Brand))
            .AddSingleton<MentionCollector>()
            .AddUnderstanding()
            .AddRanking()
            .AddEditions()
            .AddPublishing()
            .AddActions()
            .AddEditionRun()
            .AddSlack(new ConfigurationBuilder().AddInMemoryCollection(section).Build());
    }
}

/// <summary>A log that is kept, word for word, exceptions included.</summary>
internal sealed class LogLines : ILoggerFactory, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
            _lines.Add($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
