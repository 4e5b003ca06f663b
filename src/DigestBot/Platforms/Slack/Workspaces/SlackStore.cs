using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>Slack's installations, each call in a scope of its own.</summary>
internal sealed class SlackStore(IServiceScopeFactory scopes)
{
    /// <summary>The installation, also a removed one; null when it is unknown.</summary>
    public async Task<Installation?> FindAsync(string workspace, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInstallations>().FindAsync(SlackAddress.Platform, workspace, cancellationToken);
    }

    /// <summary>All installations with the removed ones.</summary>
    public async Task<IReadOnlyList<Installation>> AllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInstallations>().OfPlatformAsync(SlackAddress.Platform, cancellationToken);
    }

    /// <summary>Saves the next version, durable when the task ends; false when somebody else changed it first.</summary>
    public Task<bool> SaveAsync(Installation installation, CancellationToken cancellationToken) =>
        CommitAsync(
            services =>
            {
                services.GetRequiredService<IInstallations>().Save(installation);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Stages in a scope and commits, durable when the task ends; false when somebody else changed the same first.</summary>
    public async Task<bool> CommitAsync(Func<IServiceProvider, Task> stageAsync, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await stageAsync(scope.ServiceProvider);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
            return true;
        }
        catch (ConcurrentChangeException)
        {
            return false;
        }
    }
}
