using DigestBot.Core.Mentions;

namespace DigestBot.Storage;

/// <summary>What the stores of one scope have staged; committed together, in the order of staging.</summary>
internal sealed class StagedChanges(StorageEngine engine) : IUnitOfWork
{
    private readonly List<Func<WriteSession, CancellationToken, Task>> _changes = [];

    /// <summary>Keeps a change for the commit.</summary>
    public void Stage(Func<WriteSession, CancellationToken, Task> change) => _changes.Add(change);

    /// <inheritdoc />
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var changes = _changes.ToArray();
        _changes.Clear();
        if (changes.Length > 0)
            await engine.WriteAsync(WriteLane.Normal, session => ApplyAsync(changes, session, cancellationToken), cancellationToken);
    }

    private static async Task<int> ApplyAsync(
        Func<WriteSession, CancellationToken, Task>[] changes, WriteSession session, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
            await change(session, cancellationToken);
        return await session.Context.SaveChangesAsync(cancellationToken);
    }
}
