using System.Text.Json;
using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Tests.Platforms.Slack;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>
/// Acme Air on Teams: the real outbox, dispatcher and platform, Microsoft's side on loopback. Short waits are over at once, time-outs
/// never strike. The bot has met everybody in the personal chat and in the channels it is in.
/// </summary>
internal sealed class TeamsOffice : IAsyncDisposable
{
    private readonly TestStore _store;

    private TeamsOffice(FakeTeams teams, TestStore store, HurriedClock clock, LogLines log) => (Teams, _store, Clock, Log) = (teams, store, clock, log);

    public FakeTeams Teams { get; }

    public HurriedClock Clock { get; }

    /// <summary>Everything that was logged.</summary>
    public LogLines Log { get; }

    public TestStore Store => _store;

    public FakeTenant Tenant => Teams.Tenant;

    public TeamsConnector Connector => Services.GetRequiredService<TeamsConnector>();

    public TeamsConversations Conversations => Services.GetRequiredService<TeamsConversations>();

    public IChatPlatform Platform => Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "teams");

    public IServiceProvider Services => _store.Services;

    /// <summary>An office with nothing sent yet.</summary>
    /// <param name="settings">Further settings, over those that point at the fake.</param>
    public static async Task<TeamsOffice> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var office = await StrangeAsync(settings);
        foreach (var channel in new[] { FakeTenant.Executives, FakeTenant.Curators, FakeTenant.Finance, FakeTenant.Everybody, FakeTenant.Board })
            await office.HearsAsync(office.Tenant.Ana.Mentions(channel, "hello"));
        return office;
    }

    /// <summary>The same before anybody has done anything.</summary>
    public static async Task<TeamsOffice> StrangeAsync(params (string Key, string? Value)[] settings)
    {
        var (clock, log) = (new HurriedClock(), new LogLines());
        var teams = await FakeTeams.StartAsync(clock);
        return new(teams, await TestStore.CreateAsync(services => Register(services, teams, clock, log, settings)), clock, log);
    }

    /// <summary>The activity as the product reads it.</summary>
    public static Activity Read(FakeActivity activity) => JsonSerializer.Deserialize(activity.Raw, TeamsJson.Default.Activity)!;

    /// <summary>Notes where an activity came from.</summary>
    public Task HearsAsync(FakeActivity activity) => Conversations.NoteAsync(Read(activity), default);

    /// <summary>A plain message to a channel or a person.</summary>
    public static Delivery Note(string part, string channel = FakeTenant.Executives) => Office.Note(part, channel, "teams");

    public Task RequestAsync(params Delivery[] deliveries) => _store.CommitAsync(services =>
    {
        foreach (var delivery in deliveries)
            services.GetRequiredService<IOutbox>().Request(delivery);
    });

    /// <summary>Sends, moving the time on, until so much of it has passed.</summary>
    public async Task SendForAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed <= time; passed += TimeSpan.FromSeconds(1))
        {
            await Services.GetRequiredService<Dispatcher>().DrainAsync(default, default);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public Task<Delivery?> FindAsync(DeliveryKey key) => _store.ReadAsync<IOutbox, Delivery?>(outbox => outbox.FindAsync(key, default));

    /// <summary>Kills the process and starts it again: nothing in memory is left, leases are given up.</summary>
    public async Task RestartAsync()
    {
        await _store.RestartAsync();
        await Services.GetRequiredService<IDeliveries>().ReleaseAllAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Teams.DisposeAsync();
    }

    private static void Register(IServiceCollection services, FakeTeams teams, HurriedClock clock, LogLines log, (string Key, string? Value)[] settings)
    {
        var section = new Dictionary<string, string?>(teams.Settings, StringComparer.Ordinal);
        foreach (var (key, value) in settings)
            section[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(section).Build();
        services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ILoggerFactory>(log)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(new Digests([Digest]))
            .AddSingleton<IPeople>(new ConfiguredPeople([]))
            .AddSingleton(new ReadingRules(Digest.Brand))
            .AddSingleton<MentionCollector>()
            .AddUnderstanding()
            .AddRanking()
            .AddEditions()
            .AddPublishing()
            .AddActions()
            .AddEditionRun()
            .AddTeams(configuration);
    }

    /// <summary>Acme Air's digest: two channels of executives, one of curators.</summary>
    public static Digest Digest { get; } = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "teams", FakeTenant.Executives), new("all-hands", "teams", FakeTenant.Everybody)],
        Curators = new("curators", "teams", FakeTenant.Curators),
    };
}
