using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Settings;
using DigestBot.Tests.Testing.Teams;
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
    public const string Executives = FakeTenant.Executives;
    public const string Finance = FakeTenant.Finance;

    public static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "teams", Executives), new("finance", "teams", Finance)],
        Curators = new("curators", "teams", FakeTenant.Curators),
    };

    private readonly TestStore _store;

    private TeamsRoom(FakeTeams teams, TestStore store, FakeClock clock) => (Teams, _store, Clock) = (teams, store, clock);

    public FakeTeams Teams { get; }

    public FakeClock Clock { get; }

    public TestStore Store => _store;

    public FakeTenant Tenant => Teams.Tenant;

    public FakeColleague Ana => Tenant.Ana;

    public FakeColleague Ben => Tenant.Ben;

    public FakeColleague Cleo => Tenant.Cleo;

    public FakeColleague Dev => Tenant.Dev;

    public FakeColleague Max => Tenant.Max;

    /// <summary>Ana and Ben lead, Cleo curates, Dev and Max have no role; further settings go over these.</summary>
    /// <param name="settings">Keys and values.</param>
    public static async Task<TeamsRoom> OpenAsync(params (string Key, string Value)[] settings)
    {
        var room = await BeforeAnyEditionAsync(Digest, settings);
        await room.PublishAsync(Editions.OrdinaryEdition());
        return room;
    }

    /// <summary>The same before any edition.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="settings">Keys and values.</param>
    public static async Task<TeamsRoom> BeforeAnyEditionAsync(Digest digest, params (string Key, string Value)[] settings)
    {
        var clock = FakeClock.OnMonday();
        var teams = await FakeTeams.StartAsync(clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. teams.Settings, .. People(("ana", "Executive"), ("ben", "Executive"), ("cleo", "Curator"), ("dev", "Anyone"), ("max", "Anyone")),
        ]).AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        return new(teams, await TestStore.CreateAsync(services => Register(services, configuration, clock, digest)), clock);
    }

    /// <summary>What Teams sends, once; the same again when it is handed in again.</summary>
    public async Task HearsAsync(params FakeActivity[] activities)
    {
        foreach (var activity in activities)
            await KeepsAsync(Read(activity));
        await WorksAsync();
        Clock.Advance(TimeSpan.FromSeconds(1)); // people need a moment for what they do next
    }

    /// <summary>The activity as the program reads it.</summary>
    public static Activity Read(FakeActivity activity) => JsonSerializer.Deserialize(activity.Raw, TeamsJson.Default.Activity)!;

    /// <summary>Keeps what Teams sends without looking at it yet.</summary>
    public Task<bool> KeepsAsync(Activity activity) => _store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(TeamsItem.Of(activity, Clock.GetUtcNow()), default));

    /// <summary>Does what was kept, and sends the answers.</summary>
    public async Task WorksAsync()
    {
        await _store.Services.GetRequiredService<InboxWorker>().HandleAllAsync(default);
        await _store.Services.GetRequiredService<Errands>().DrainAsync(default);
    }

    /// <summary>The message of a touch point, or the edition's first one (0).</summary>
    public FakePost Message(int rank, string channel = Executives) => Tenant.Message(channel, IdOf(rank, channel))!;

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
        await Teams.DisposeAsync();
    }

    private static string IdOf(int rank, string channel) => string.Create(CultureInfo.InvariantCulture, $"17954{(channel == Executives ? 1 : 2)}{rank:D7}");

    private static IEnumerable<KeyValuePair<string, string?>> People(params (string Name, string Roles)[] people)
    {
        for (var at = 0; at < people.Length; at++)
        {
            yield return new($"People:{at}:Id", $"teams:{FakeTenant.ObjectIdOf(people[at].Name)}");
            yield return new($"People:{at}:Name", char.ToUpperInvariant(people[at].Name[0]) + people[at].Name[1..]);
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
            var first = IdOf(0, taken.Channel);
            var stands = Tenant.Stands(taken.Channel, [], taken.ThreadOf is null ? null : first, IdOf(int.Parse(taken.Key.Part, CultureInfo.InvariantCulture), taken.Channel));
            var posted = new PostedMessage("teams", taken.Channel, stands.Id);
            await deliveries.RecordAsync(taken with { State = DeliveryState.Sent, SentVersion = taken.Version, Posted = posted }, default);
        }
    }

    private static void Register(IServiceCollection services, IConfiguration settings, FakeClock clock, Digest digest) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(settings)
        .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
        .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(new Digests([digest]))
        .AddSingleton<IMentionReader>(new PlainReader())
        .AddPublishing()
        .AddActions()
        .AddPeople(settings)
        .AddReactions(settings)
        .AddSingleton<InboxWorker>()
        .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
        .AddTeams(settings);
}
