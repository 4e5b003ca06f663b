using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage.Sqlite;

/// <summary>
/// The one connection that writes, with a queue before it: the inbox first, then in order of arrival. What has queued up meanwhile is
/// committed together, up to a batch of 50 ms, so that a burst costs one commit and nobody waits long for it. The log is written back
/// once those are told who wait, and before it is long.
/// </summary>
internal sealed class SqliteWriter(string connectionString, SqliteSynchronous synchronous, TimeProvider clock) : IAsyncDisposable
{
    // 32 MB of log between checkpoints at most: the pages of an index are written back once for many changes of an import.
    private const int PagesBetweenCheckpoints = 8192;

    // Who comes while the log is written back waits for it: some 5 ms for so many short ones, where 32 MB would be 40 ms.
    private const int ShortOnesBetweenCheckpoints = 256;
    private const string Checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";

    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Queue<SqliteJob> _inbox = [];
    private readonly Queue<SqliteJob> _others = [];
    private SqliteConnection? _connection;
    private SqliteStatements? _statements;
    private Task _draining = Task.CompletedTask;
    private bool _isDraining;
    private bool _isClosed;
    private int _shortOnes;

    /// <summary>Queues the work; the task ends when it is durable, or when it was rolled back because it threw.</summary>
    /// <exception cref="ObjectDisposedException">The program is stopping.</exception>
    public Task<T> WriteAsync<T>(WriteLane lane, Func<SqliteTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var job = new SqliteWork<T>(work, cancellationToken);
        Queue(lane, job);
        return job.Result;
    }

    /// <summary>Queues one statement, which is prepared once for all times; the task ends when it is durable, with the number of rows changed.</summary>
    /// <param name="lane">Who goes first.</param>
    /// <param name="sql">The statement; of a fixed number of texts.</param>
    /// <param name="values">Its values, in the order in which it names them.</param>
    /// <exception cref="ObjectDisposedException">The program is stopping.</exception>
    public Task<int> ExecuteAsync(WriteLane lane, string sql, params object?[] values)
    {
        var job = new SqliteOneStatement(sql, values);
        Queue(lane, job);
        return job.Result;
    }

    /// <summary>Lets what has been queued end, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            _isClosed = true;
            last = _draining;
        }
        await last;
        _statements?.Dispose();
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private void Queue(WriteLane lane, SqliteJob job)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            (lane == WriteLane.Inbox ? _inbox : _others).Enqueue(job);
            if (_isDraining)
                return;
            _isDraining = true;
            _draining = Task.Run(DrainAsync, CancellationToken.None);
        }
    }

    private async Task DrainAsync()
    {
        while (TryTake(out var first))
        {
            var done = new List<SqliteJob>();
            try
            {
                await OthersAsync();
                await CommitBatchAsync(first, done);
                WriteBack();
            }
            catch (Exception error) // whatever it was, those who wait must hear of it, and the queue must go on
            {
                first.Fail(error);
                done.ForEach(job => job.Fail(error));
            }
        }
    }

    // Those who are about to queue up do so first, and share the commit: ten times as many when many come at once.
    private static Task OthersAsync() =>
        Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);

    // After a commit nobody waits for. Passive: it takes what it gets, and a reader's view is left to the next time.
    private void WriteBack()
    {
        if (_shortOnes < ShortOnesBetweenCheckpoints)
            return;
        _shortOnes = 0;
        var checkpoint = _statements!.Of(Checkpoint);
        checkpoint.Step();
        checkpoint.Reset();
    }

    private async Task CommitBatchAsync(SqliteJob first, List<SqliteJob> done)
    {
        _connection ??= await OpenAsync();
        await using var transaction = _connection.BeginTransaction(deferred: false);
        var begun = clock.GetTimestamp();
        var job = first;
        do
        {
            if (await IsDoneAsync(job, transaction))
                done.Add(job);
        }
        while (clock.GetElapsedTime(begun) < LongestBatch && TryTakeMore(out job));
        await transaction.CommitAsync();
        done.ForEach(finished => finished.Complete());
        _shortOnes += done.Count(finished => finished.IsOneStatement);
    }

    private async Task<bool> IsDoneAsync(SqliteJob job, SqliteTransaction transaction)
    {
        try
        {
            await RunAsync(job, transaction);
            return true;
        }
        catch (Exception error)
        {
            job.Fail(error);
            return false;
        }
    }

    // One failing work takes back its own changes only: the others of the batch do not know it. One statement does so by itself.
    private async Task RunAsync(SqliteJob job, SqliteTransaction transaction)
    {
        if (job.IsOneStatement)
        {
            await job.RunAsync(transaction, _statements!);
            return;
        }
        const string Savepoint = "work";
        await transaction.SaveAsync(Savepoint);
        try
        {
            await job.RunAsync(transaction, _statements!);
        }
        catch
        {
            await transaction.RollbackAsync(Savepoint);
            await transaction.ReleaseAsync(Savepoint);
            throw;
        }
        await transaction.ReleaseAsync(Savepoint);
    }

    private bool TryTake([NotNullWhen(true)] out SqliteJob? job)
    {
        lock (_lock)
            return _isDraining = _inbox.TryDequeue(out job) || _others.TryDequeue(out job);
    }

    private bool TryTakeMore([NotNullWhen(true)] out SqliteJob? job)
    {
        lock (_lock)
            return _inbox.TryDequeue(out job) || _others.TryDequeue(out job);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint={PagesBetweenCheckpoints};";
        await command.ExecuteNonQueryAsync();
        _statements = new(connection);
        return connection;
    }
}
