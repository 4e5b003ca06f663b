using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Teams;
using DigestBot.Settings;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>
/// Acme Air with its digest on one platform (the other one is configured too): the real store, publisher, dispatcher, inbox, verbs and
/// both edges in one process; only the platform's own side is a fake on loopback.
/// </summary>
internal sealed class Company : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.9);

    private readonly TestStore _store;
    private readonly IStage _other;

    private Company(IStage stage, IStage other, TestStore store, FakeClock clock, Digest digest) =>
        (Stage, _other, _store, Clock, Digest) = (stage, other, store, clock, digest);

    public IStage Stage { get; }

    public FakeClock Clock { get; }

    public Digest Digest { get; }

    public IServiceProvider Services => _store.Services;

    public TestStore Store => _store;

    /// <summary>Monday, 08:00 in Paris; nothing is published yet.</summary>
    /// <param name="platform"><c>slack</c> or <c>teams</c>.</param>
    /// <param name="sources">What is listened to.</param>
    public static async Task<Company> OnAsync(string platform, params IMentionSource[] sources)
    {
        var clock = FakeClock.OnMonday();
        IStage[] stages = [await SlackStage.OpenAsync(clock), await TeamsStage.OpenAsync(clock)];
        var (stage, other) = platform == stages[0].Platform ? (stages[0], stages[1]) : (stages[1], stages[0]);
        var digest = new Digest
        {
            Name = "weekly", Brand = new("Acme Air"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
            Audiences = [stage.Executives, stage.Finance], Curators = stage.Curators,
        };
        var settings = new ConfigurationBuilder().AddInMemoryCollection([.. stage.Settings, .. other.Settings, .. People(stage), new("Brand:Name", "Acme Air"), new("Sources:0:Name", "any")]).Build();
        var company = new Company(stage, other, await TestStore.CreateAsync(services => Register(services, settings, clock, digest, sources)), clock, digest);
        await stage.BeginAsync(company);
        await company.WorksAsync();
        return company;
    }

    /// <summary>The same on Monday after the edition has gone out.</summary>
    public static async Task<Company> WithEditionOnAsync(string platform)
    {
        var company = await OnAsync(platform);
        await company.PublishAsync(Editions.OrdinaryEdition());
        return company;
    }

    /// <summary>Publishes a composed edition and sends it.</summary>
    public async Task PublishAsync(Edition composed)
    {
        await PublisherAsync((publisher, stored) => publisher.PublishAsync(Digest, stored, composed with { State = EditionState.Draft }, default), composed);
        await WorksAsync();
    }

    /// <summary>Collects every source.</summary>
    public Task CollectAsync() => Services.GetRequiredService<MentionCollector>().CollectAllAsync(Services.GetServices<IMentionSource>(), default);

    /// <summary>Makes the edition of a week of what was collected, and publishes it.</summary>
    public async Task PublishAsync(DigestWeek week)
    {
        await _store.ReadAsync<EditionRun, Edition>(run => run.PublishAsync(Digest, week, default));
        await WorksAsync();
    }

    /// <summary>Sends what is to be reminded of now.</summary>
    public async Task RemindsAsync()
    {
        await Services.GetRequiredService<ReminderRun>().RunAsync(default);
        await HurryAsync(Services.GetRequiredService<Dispatcher>().DrainAsync(default, default));
    }

    /// <summary>Sends a composed edition to the curators as the draft.</summary>
    public async Task DraftAsync(Edition composed)
    {
        await PublisherAsync((publisher, stored) => publisher.DraftAsync(Digest, stored, composed with { State = EditionState.Draft }, default), composed);
        await WorksAsync();
    }

    /// <summary>Does what came in, answers, and sends for as long as it takes.</summary>
    public async Task WorksAsync()
    {
        await ReadsAsync();
        for (var second = 0; second < 15; second++)
        {
            await HurryAsync(Services.GetRequiredService<Dispatcher>().DrainAsync(default, default));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Does what came in and answers.</summary>
    public async Task ReadsAsync()
    {
        await HurryAsync(Services.GetRequiredService<InboxWorker>().HandleAllAsync(default));
        await HurryAsync(Services.GetRequiredService<Errands>().DrainAsync(default));
    }

    /// <summary>Moves the time on while work waits a moment for its turn; nobody's patience comes to its end by it.</summary>
    public async Task HurryAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            Clock.AdvanceToNextTimer(within: Moment);
            await Task.Yield();
        }
        await work;
    }

    /// <summary>The message of a touch point where executives are, or the edition's first one (0).</summary>
    public async Task<Seen> MessageAsync(int rank, Audience? at = null)
    {
        var part = rank.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var posted = (await FindAsync(new(DeliveryPurpose.Edition, "weekly", Editions.Week, (at ?? Stage.Executives).Name, part)))?.Posted;
        return Stage.Find(posted ?? throw new InvalidOperationException($"Number {rank} does not stand."))!;
    }

    public Task<Delivery?> FindAsync(DeliveryKey key) => _store.ReadAsync<IOutbox, Delivery?>(outbox => outbox.FindAsync(key, default));

    public async Task<TouchPointState> StateOfAsync(int rank) => await _store.ReadAsync<EditionCards, TouchPointState>(async cards =>
        (await cards.FindAsync(new("weekly", Editions.Week), default))!.States.GetValueOrDefault($"tp{rank}", TouchPointState.None));

    public Task<IReadOnlyList<AuditLine>> AuditAsync() => _store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(log => log.NewestAsync(100, default));

    public async Task<FollowUp> FollowUpAsync(int number) => (await _store.ReadAsync<IFollowUpStore, FollowUp?>(store => store.FindAsync(number, default)))!;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Stage.DisposeAsync();
        await _other.DisposeAsync();
    }

    private async Task PublisherAsync(Func<EditionPublisher, Edition?, Task<Edition>> act, Edition composed)
    {
        await using var scope = _store.Scope();
        var services = scope.ServiceProvider;
        await act(services.GetRequiredService<EditionPublisher>(), await services.GetRequiredService<IEditionStore>().FindAsync(composed.Key, default));
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(default);
    }

    private static IEnumerable<KeyValuePair<string, string?>> People(IStage stage)
    {
        (string Who, string Roles)[] cast = [("ana", "Executive"), ("ben", "Executive"), ("cleo", "Curator"), ("dev", "Anyone"), ("eve", "Anyone"), ("max", "Anyone")];
        for (var at = 0; at < cast.Length; at++)
        {
            var (who, roles) = cast[at];
            yield return new($"People:{at}:Id", stage.PersonId(who));
            yield return new($"People:{at}:Name", char.ToUpperInvariant(who[0]) + who[1..]);
            yield return new($"People:{at}:Roles", roles);
        }
    }

    private static void Register(IServiceCollection services, IConfiguration settings, FakeClock clock, Digest digest, IMentionSource[] sources) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(settings)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(new Digests([digest]))
        .AddSingleton(new ReadingRules(digest.Brand))
        .AddSingleton<MentionCollector>()
        .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
        .AddReading(sources)
        .AddRanking()
        .AddEditions()
        .AddPublishing()
        .AddActions()
        .AddEditionRun()
        .AddPeople(settings)
        .AddReactions(settings)
        .AddSingleton<InboxWorker>()
        .AddSlack(settings)
        .AddTeams(settings);
}

/// <summary>Who understands what is collected.</summary>
internal static class WalkReading
{
    /// <summary>The real reader where something is collected; it takes a third of a second to learn its words.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services, IMentionSource[] sources)
    {
        foreach (var source in sources)
            services.AddSingleton(source);
        return sources.Length > 0 ? services.AddUnderstanding() : services.AddSingleton<IMentionReader>(new PlainReader());
    }
}
