using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Corrections;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Core.Understanding.OwnModels;
using DigestBot.Storage.Keys;
using DigestBot.Storage.Mentions;
using DigestBot.Storage.Postgres;
using DigestBot.Storage.Queues;
using DigestBot.Storage.Records;
using DigestBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DigestBot.Storage;

/// <summary>Registers the storage.</summary>
internal static class StorageRegistration
{
    /// <summary>
    /// Every store port on the engine of section <c>Storage</c>. Nothing is opened before it is used;
    /// <see cref="MigrationRunner.MigrateAsync"/> comes first.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The settings, whole.</param>
    /// <param name="defaultFile">
    /// File name in the user's data folder while the settings name no database: <see cref="StorageLocation.MainFile"/>, or
    /// <see cref="StorageLocation.SampleFile"/> while the sample runs.
    /// </param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration, string defaultFile = StorageLocation.MainFile)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton(provider => StorageLocation.Of(provider.GetRequiredService<IOptions<StorageOptions>>().Value, defaultFile));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(CreateEngine);
        services.AddSingleton<MigrationRunner>();
        services.AddSingleton<StorageHealth>();
        services.AddKeys(configuration);
        return services.AddStores();
    }

    // Scoped, because what the stores of one scope stage is committed together. Those that stage nothing of their own are shared.
    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddScoped<StagedChanges>()
        .AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<StagedChanges>())
        .AddScoped<IEditionStore, EditionStore>()
        .AddScoped<IFollowUpStore, FollowUpStore>()
        .AddScoped<IKudosStore, KudosStore>()
        .AddScoped<IAuditLog, AuditLog>()
        .AddScoped<ITeachings, TeachingStore>()
        .AddScoped<ICorrections, Corrections>()
        .AddScoped<IOutbox, Outbox>()
        .AddScoped<IInbox, Inbox>()
        .AddScoped<IReactions, Reactions>()
        .AddScoped<IComments, Comments>()
        .AddScoped<IKnownPeople, KnownPeople>()
        .AddScoped<IInstallations, Installations>()
        .AddScoped<IConversations, Conversations>()
        .AddScoped<IWorkspaceRecords, WorkspaceRecords>()
        .AddSingleton<IInstallTickets, InstallTickets>()
        .AddScoped<IWeekSummaryStore, WeekSummaryStore>()
        .AddScoped<IAlertBooks, AlertBooks>()
        .AddSingleton<IGlimpses, Glimpses>()
        .AddSingleton<IMentionStore, MentionStore>()
        .AddSingleton<IModelAnswers, ModelAnswers>()
        .AddSingleton<IOwnModels, OwnModels>()
        .AddSingleton<IDeliveries, Deliveries>()
        .AddSingleton<ISpentMessages, SpentMessages>();

    private static StorageEngine CreateEngine(IServiceProvider provider)
    {
        var location = provider.GetRequiredService<StorageLocation>();
        return location.Provider == StorageProvider.PostgreSQL
            ? new PostgresEngine(location)
            : new SqliteEngine(
                location, provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<TimeProvider>());
    }
}
