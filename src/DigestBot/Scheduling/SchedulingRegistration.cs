using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Sources;
using DigestBot.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Registers what runs by the clock.</summary>
internal static class SchedulingRegistration
{
    /// <summary>Adds the plan, and Quartz with its persistent store beside our own; <see cref="Clockwork"/> starts it.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>()
            .Bind(configuration.GetSection(ScheduleOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        var every = SourceSettings.Configured(configuration).ToDictionary(source => source.Name, source => source.Every, StringComparer.Ordinal);
        services.AddSingleton(provider => PlanOf(provider, every));
        services.AddSingleton<WeeklyEditions>();
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<HeartbeatCall>();
        services.AddSingleton<ScheduleKeeper>();
        services.AddSingleton<Clockwork>();
        var isServer = configuration.GetValue($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}", StorageProvider.Sqlite) == StorageProvider.PostgreSQL;
        return services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler => Configure(scheduler, isServer))
            .UsePersistentStore(store => Keep(store, isServer)));
    }

    // Only a platform that can be removed from a workspace has anything to forget.
    private static SchedulePlan PlanOf(IServiceProvider provider, Dictionary<string, TimeSpan> every)
    {
        var plan = SchedulePlan.Of(provider.GetRequiredService<Digests>(), provider.GetServices<IMentionSource>(), every);
        return provider.GetServices<WorkspaceRetention>().Any() ? plan.AlsoForgetting() : plan;
    }

    private static void Configure(QuartzSchedulerOptions scheduler, bool isServer)
    {
        scheduler.InstanceName = "digestbot";
        scheduler.GenerateInstanceId = isServer;
        scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
    }

    private static void Keep(IPersistentStoreBuilder store, bool isServer)
    {
        store.ProvisionSchema();
        store.UseSystemTextJsonSerializer();
        if (isServer)
        {
            store.UsePostgres(source => source.DataSourceFactory = provider => NpgsqlDataSource.Create(Location(provider).ConnectionString));
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(source => source.DataSourceFactory = provider => SqliteFactory.Instance.CreateDataSource($"Data Source={FileBeside(Location(provider))}"));
        }
    }

    private static StorageLocation Location(IServiceProvider provider) => provider.GetRequiredService<StorageLocation>();

    // On SQLite a file of its own: two libraries that write to one file are how it gets corrupted (decisions.md).
    private static string FileBeside(StorageLocation location) => Path.ChangeExtension(location.File!, ".schedule.db");
}
