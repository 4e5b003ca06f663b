using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>
/// The bot in a tenant: put there by the first who adds it somewhere, gone when the last place that had it is gone. Then nothing more is
/// sent, and the tenant's data is deleted after <see cref="TeamsOptions.DeleteAfterDays"/> unless it is added again before.
/// </summary>
internal sealed partial class TeamsRemoval(TeamsOptions options, TimeProvider clock, ILogger<TeamsRemoval> log)
{
    /// <summary>Why nothing is sent, for people.</summary>
    internal const string Words = "DigestBot was removed from there in Teams. Add the app again, or name another channel in Digests:Audiences.";

    /// <summary>Stages that the bot is in a tenant; nothing when it is known to be.</summary>
    /// <param name="services">The scope whose unit of work is committed after.</param>
    /// <param name="tenant">As in <see cref="TeamsAddress.Tenant"/>.</param>
    /// <param name="installer">Person id of who added it; null when unknown.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task StageAddedAsync(IServiceProvider services, string? tenant, string? installer, CancellationToken cancellationToken)
    {
        var installations = services.GetRequiredService<IInstallations>();
        var stored = await installations.FindAsync(TeamsAddress.Platform, tenant ?? "", cancellationToken);
        if (stored is { RemovedAt: null })
            return;
        var now = clock.GetUtcNow();
        installations.Save((stored?.Next() ?? New(tenant, now)) with { InstalledAt = now, RemovedAt = null, Installer = installer });
        Audit(services, installer ?? TeamsAddress.Platform, "installed", tenant, now);
    }

    /// <summary>Stages that the bot is in no place of a tenant any more.</summary>
    public async Task StageRemovedAsync(
        IServiceProvider services, string? tenant, IEnumerable<KnownConversation> places, CancellationToken cancellationToken)
    {
        var installations = services.GetRequiredService<IInstallations>();
        var stored = await installations.FindAsync(TeamsAddress.Platform, tenant ?? "", cancellationToken);
        if (stored is { RemovedAt: not null })
            return;
        var now = clock.GetUtcNow();
        installations.Save((stored?.Next() ?? New(tenant, now)) with { RemovedAt = now });
        services.GetRequiredService<IWorkspaceRecords>().StopDeliveries(TeamsAddress.Platform, tenant ?? "", Words);
        foreach (var place in places)
            services.GetRequiredService<IConversations>().Lost(TeamsAddress.Platform, place.Place, now, Words);
        Audit(services, TeamsAddress.Platform, "removed", tenant, now);
        LogRemoved(Subject(tenant));
    }

    // The tenant's id is in what waits in the inbox; by it that is found when the data is deleted.
    private Installation New(string? tenant, DateTimeOffset now) => new()
    {
        Platform = TeamsAddress.Platform, Workspace = tenant ?? "", Team = tenant ?? options.TenantId?.ToString("D"),
        App = options.AppId?.ToString("D"), Bot = $"28:{options.AppId:D}", InstalledAt = now,
    };

    private static void Audit(IServiceProvider services, string by, string verb, string? tenant, DateTimeOffset now) =>
        services.GetRequiredService<IAuditLog>().Append(new(now, by, verb, Subject(tenant), "done", "event"));

    private static string Subject(string? tenant) => tenant ?? "the configured tenant";

    [LoggerMessage(LogLevel.Warning, "DigestBot was removed from the last place in Teams tenant {Tenant}: nothing more is sent there")]
    private partial void LogRemoved(string tenant);
}
