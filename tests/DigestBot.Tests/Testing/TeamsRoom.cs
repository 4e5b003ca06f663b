using System.Globalization;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Testing;

/// <summary>
/// Acme Air's team on Monday: the edition stands in two channels, people act on it in Teams' own ways, and what that means is done
/// by the real inbox, verbs and store.
/// </summary>
internal sealed class TeamsRoom : IAsyncDisposable
{
    public const string Tenant = "22222222-2222-4222-8222-222222222222";
    public const string Executives = "19:exec@thread.tacv2";
    public const string Finance = "19:finance@thread.tacv2";

    public static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "teams", Executives), new("finance", "teams", Finance)],
        Curators = new("curators", "teams", "19:curate@thread.tacv2"),
    };

    private readonly TestStore _store;

    private TeamsRoom(TestStore store, FakeClock clock) => (_store, Clock) = (store, clock);

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public TeamsPerson Ana { get; } = new("Ana", 1);

    public TeamsPerson Ben { get; } = new("Ben", 2);

    public TeamsPerson Cleo { get; } = new("Cleo", 3);

    public TeamsPerson Dev { get; } = new("Dev", 4);

    public TeamsPerson Max { get; } = new("Max", 5);

    /// <summary>Ana and Ben lead, Cleo curates, Dev and Max have no role; further settings go over these.</summary>
    /// <param name="settings">Keys and values.</param>
    public static async Task<TeamsRoom> OpenAsync(params (string Key, string Value)[] settings)
    {
        var clock = FakeClock.OnMonday();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Teams:AppId", "11111111-1111-4111-8111-111111111111"), new("Teams:AppSecret", "a-secret-of-teams"), new("Teams:TenantId", Tenant),
            .. People(("Ana", "Executive"), ("Ben", "Executive"), ("Cleo", "Curator"), ("Dev", "Anyone"), ("Max", "Anyone")),
            .. settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)),
        ]).Build();
        var room = new TeamsRoom(await TestStore.CreateAsync(services => Register(services, configuration, clock)), clock);
        await room.PublishAsync(Editions.OrdinaryEdition());
        return room;
    }

    /// <summary>What Teams sends, once; the same again when it is handed in again.</summary>
    public async Task HearsAsync(params Activity[] activities)
    {
        foreach (var activity in activities)
            await _store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(TeamsItem.Of(activity, Clock.GetUtcNow()), default));
        await WorksAsync();
    }

    /// <summary>Does what was kept, and sends the answers.</summary>
    public async Task WorksAsync()
    {
        await _store.Services.GetRequiredService<InboxWorker>().HandleAllAsync(default);
        await _store.Services.GetRequiredService<Errands>().DrainAsync(default);
    }

    /// <summary>Id of the message of a touch point, or of the edition's first one (0).</summary>
    public static string Message(int rank, string channel = Executives) =>
        string.Create(CultureInfo.InvariantCulture, $"17954{(channel == Executives ? 1 : 2)}{rank:D7}");

    public Task<IReadOnlyList<FollowUp>> OpenFollowUpsAsync() =>
        _store.ReadAsync<IFollowUpStore, IReadOnlyList<FollowUp>>(store => store.OpenAsync("weekly", default));

    public Task<IReadOnlyList<AuditLine>> AuditAsync() => _store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(log => log.NewestAsync(100, default));

    public Task<IReadOnlyList<Comment>> CommentsAsync() =>
        _store.ReadAsync<IComments, IReadOnlyList<Comment>>(comments => comments.OfEditionAsync(new("weekly", Editions.Week), default));

    public Task<int> SetAsideAsync() => _store.ReadAsync<IInbox, int>(inbox => inbox.DeadCountAsync(default));

    public Task<IReadOnlyList<InboxItem>> PendingAsync() => _store.ReadAsync<IInbox, IReadOnlyList<InboxItem>>(inbox => inbox.PendingAsync(100, default));

    public async Task<TouchPointState> StateOfAsync(int rank) => await _store.ReadAsync<EditionCards, TouchPointState>(async cards =>
        (await cards.FindAsync(new("weekly", Editions.Week), default))!.States.GetValueOrDefault($"tp{rank}", TouchPointState.None));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static IEnumerable<KeyValuePair<string, string?>> People(params (string Name, string Roles)[] people)
    {
        for (var at = 0; at < people.Length; at++)
        {
            yield return new($"People:{at}:Id", new TeamsPerson(people[at].Name, at + 1).PersonId);
            yield return new($"People:{at}:Name", people[at].Name);
            yield return new($"People:{at}:Roles", people[at].Roles);
        }
    }

    /// <summary>Keeps an edition as published; its messages stand in Teams.</summary>
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
        {
            var posted = new PostedMessage("teams", taken.Channel, Message(int.Parse(taken.Key.Part, CultureInfo.InvariantCulture), taken.Channel));
            await deliveries.RecordAsync(taken with { State = DeliveryState.Sent, SentVersion = taken.Version, Posted = posted }, default);
        }
    }

    private static void Register(IServiceCollection services, IConfiguration settings, FakeClock clock) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(settings)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(new Digests([Digest]))
        .AddSingleton<IMentionReader>(new PlainReader())
        .AddPublishing()
        .AddActions()
        .AddPeople(settings)
        .AddReactions(settings)
        .AddSingleton<InboxWorker>()
        .AddTeams(settings);
}
