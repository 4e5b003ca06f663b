using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>How long a platform's workspaces are remembered after the bot was removed from them.</summary>
/// <param name="Platform">Name of the platform.</param>
/// <param name="Time">From the removal on; zero deletes at the next run.</param>
public sealed record WorkspaceRetention(string Platform, TimeSpan Time);

/// <summary>Deletes the data of workspaces that the bot was removed from, once their time is over; one put back before loses nothing.</summary>
public sealed partial class RemovedWorkspaces(
    IServiceScopeFactory scopes, IEnumerable<WorkspaceRetention> retentions, TimeProvider clock, ILogger<RemovedWorkspaces> log)
{
    /// <summary>Deletes what is due; how many workspaces that were. May be repeated.</summary>
    public async Task<int> DeleteDueAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var retention in retentions)
        {
            foreach (var workspace in await DueAsync(retention, cancellationToken))
                deleted += await DeleteAsync(workspace, cancellationToken) ? 1 : 0;
            await ForgetPlacesAsync(retention, cancellationToken);
        }
        return deleted;
    }

    private async Task<IReadOnlyList<Installation>> DueAsync(WorkspaceRetention retention, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<IInstallations>().OfPlatformAsync(retention.Platform, cancellationToken);
        return [.. all.Where(installation => installation.RemovedAt + retention.Time <= clock.GetUtcNow())];
    }

    // The bot may be removed by one person, or from one team, of a workspace that keeps it.
    private async Task ForgetPlacesAsync(WorkspaceRetention retention, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IConversations>()
            .ForgetAsync(retention.Platform, clock.GetUtcNow() - retention.Time, cancellationToken);
    }

    private async Task<bool> DeleteAsync(Installation removed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IWorkspaceRecords>().DeleteAsync(removed, cancellationToken))
            return false;
        LogDeleted(removed.Platform, removed.Workspace.Length == 0 ? "the configured one" : removed.Workspace);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "The data of {Platform} workspace {Workspace}, from which the bot was removed, is deleted")]
    private partial void LogDeleted(string platform, string workspace);
}
