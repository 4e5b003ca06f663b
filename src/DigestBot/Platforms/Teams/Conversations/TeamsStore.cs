using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>What is kept about places, each call in a scope of its own.</summary>
internal sealed class TeamsStore(IServiceScopeFactory scopes)
{
    /// <summary>The place; null when it is not known.</summary>
    public async Task<KnownConversation?> FindAsync(TeamsAddress place, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Of(scope.ServiceProvider).FindAsync(TeamsAddress.Platform, place.ToString(), cancellationToken);
    }

    /// <summary>All that is known of a tenant.</summary>
    public async Task<IReadOnlyList<KnownConversation>> AllAsync(string? tenant, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Of(scope.ServiceProvider).OfWorkspaceAsync(TeamsAddress.Platform, tenant ?? "", cancellationToken);
    }

    /// <summary>Stages in a scope and commits; durable when the task ends.</summary>
    public async Task CommitAsync(Action<IConversations> stage, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        stage(Of(scope.ServiceProvider));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
    }

    private static IConversations Of(IServiceProvider services) => services.GetRequiredService<IConversations>();
}
