using System.Data.Common;
using DigestBot.Storage.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage;

/// <summary>Who goes first where writers queue.</summary>
internal enum WriteLane
{
    /// <summary>Somebody outside waits for an acknowledgement.</summary>
    Inbox = 0,

    /// <summary>Everything else.</summary>
    Normal = 1,
}

/// <summary>What transactions of several processes take turns on, until they end. On SQLite there is one writer anyway.</summary>
internal enum StoreLock
{
    /// <summary>Order, versions and leases of deliveries.</summary>
    Deliveries = 7401,

    /// <summary>Arrival of mentions (shared) against beginning a week's summary (alone).</summary>
    Summaries = 7402,

    /// <summary>Migrations.</summary>
    Schema = 7403,
}

/// <summary>What differs between the engines; everything above works on all of them.</summary>
internal abstract class StorageEngine
{
    /// <summary>How mentions are written and searched here.</summary>
    public abstract IMentionTable Mentions { get; }

    /// <summary>A context for reading, to be disposed of soon; it tracks nothing.</summary>
    public abstract DigestDbContext Read();

    /// <summary>A context that writes on a connection of somebody else's.</summary>
    public abstract DigestDbContext On(DbConnection connection);

    /// <summary>Does the work in a transaction of its own, durable when the task ends; rolled back when the work throws.</summary>
    /// <exception cref="Core.Mentions.ConcurrentChangeException">Another transaction changed the same first.</exception>
    public abstract Task<T> WriteAsync<T>(WriteLane lane, Func<WriteSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>One statement in a transaction of its own, durable when the task ends: the short way for what somebody waits for.</summary>
    /// <param name="lane">Who goes first.</param>
    /// <param name="sql">The statement; of a fixed number of texts.</param>
    /// <param name="values">Its values, in the order in which it names them first.</param>
    /// <returns>The number of rows it changed.</returns>
    public virtual Task<int> ExecuteAsync(WriteLane lane, string sql, params (string Name, object? Value)[] values) =>
        WriteAsync(lane, session => session.ExecuteAsync(sql, CancellationToken.None, values), CancellationToken.None);

    /// <summary>Waits until the lock is the session's; it ends with the transaction.</summary>
    public abstract Task LockAsync(WriteSession session, StoreLock what, bool shared, CancellationToken cancellationToken);

    /// <summary>Brings the schema up to this program's, alone among all processes.</summary>
    /// <param name="migrate">The bringing up, on a context for it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public abstract Task MigrateAsync(Func<DigestDbContext, Task> migrate, CancellationToken cancellationToken);

    /// <summary>What is wrong with the data itself, in sentences for people; empty when all is well. May take a while.</summary>
    public abstract Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancellationToken);

    /// <summary>Two transactions wanted the same: begin again.</summary>
    protected abstract bool IsConflict(DbException error);

    /// <summary>The work, with conflicts told as the ports promise.</summary>
    protected async Task<T> WorkAsync<T>(DbTransaction transaction, Func<WriteSession, Task<T>> work)
    {
        await using var session = new WriteSession(this, transaction);
        try
        {
            return await work(session);
        }
        catch (DbUpdateConcurrencyException error)
        {
            throw new Core.Mentions.ConcurrentChangeException("The record was changed by somebody else first.", error);
        }
        catch (Exception error) when ((error as DbException ?? error.InnerException as DbException) is { } cause && IsConflict(cause))
        {
            throw new Core.Mentions.ConcurrentChangeException("The record was changed by somebody else first.", error);
        }
    }
}
