using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>
/// The bot was removed from a workspace: its tokens are forgotten, nothing more is sent there, and its data is deleted after
/// <see cref="SlackOptions.DeleteAfterDays"/> unless it is installed again before.
/// </summary>
internal sealed partial class SlackRemoval(SlackStore store, TimeProvider clock, ILogger<SlackRemoval> log)
{
    /// <summary>What the dead deliveries say, for people.</summary>
    internal const string Words = "DigestBot was removed from this Slack workspace. Install it again, or name another channel in Digests:Audiences.";

    /// <summary>Removes a workspace and commits.</summary>
    /// <param name="workspace">As in <see cref="SlackAddress.Workspace"/>.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    public async Task RemoveAsync(string? workspace, CancellationToken cancellationToken)
    {
        while (!await store.CommitAsync(services => StageAsync(services, workspace, cancellationToken), cancellationToken))
        {
            // Somebody else changed the installation at the same time: begin again from what it is now.
        }
    }

    /// <summary>Stages the removal in a scope's unit of work; nothing when it is unknown or removed already.</summary>
    /// <returns>The installation as it was before; null when there was nothing to remove.</returns>
    public async Task<Installation?> StageAsync(IServiceProvider services, string? workspace, CancellationToken cancellationToken)
    {
        var installations = services.GetRequiredService<IInstallations>();
        var key = SlackWorkspace.Stored(workspace);
        var stored = await installations.FindAsync(SlackAddress.Platform, key, cancellationToken);
        if (stored is { RemovedAt: not null } || (stored is null && workspace is not null))
            return null;
        var now = clock.GetUtcNow();
        var next = stored?.Next() ?? new() { Platform = SlackAddress.Platform, Workspace = key, InstalledAt = now };
        installations.Save(next with { Secret = null, TokenEndsAt = null, RenewingUntil = null, RemovedAt = now });
        services.GetRequiredService<IWorkspaceRecords>().StopDeliveries(SlackAddress.Platform, key, Words);
        services.GetRequiredService<IAuditLog>().Append(new(now, SlackAddress.Platform, "removed", Subject(key), "done", "event"));
        LogRemoved(Subject(key));
        return stored;
    }

    private static string Subject(string key) => key.Length == 0 ? "the configured workspace" : key;

    [LoggerMessage(LogLevel.Warning, "DigestBot was removed from Slack workspace {Workspace}: its token is forgotten and nothing more is sent there")]
    private partial void LogRemoved(string workspace);
}
