using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage.Sqlite;

/// <summary>
/// The one connection that writes, with a queue before it: the inbox first, then in order of arrival. What has queued up meanwhile is
/// committed together, up to a batch of 50 ms, so that a burst costs one commit and nobody waits long for it.
/// </summary>
internal sealed class SqliteWriter(string connectionString, SqliteSynchronous synchronous, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Queue<Job> _inbox = [];
    private readonly Queue<Job> _others = [];
    private SqliteConnection? _connection;
    private Task _draining = Task.CompletedTask;
    private bool _isDraining;
    private bool _isClosed;

    /// <summary>Queues the work; the task ends when it is durable, or when it was rolled back because it threw.</summary>
    /// <exception cref="ObjectDisposedException">The program is stopping.</exception>
    public Task<T> WriteAsync<T>(WriteLane lane, Func<SqliteTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var job = new Job<T>(work, cancellationToken);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            (lane == WriteLane.Inbox ? _inbox : _others).Enqueue(job);
            if (!_isDraining)
            {
                _isDraining = true;
                _draining = Task.Run(DrainAsync, CancellationToken.None);
            }
        }
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
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private async Task DrainAsync()
    {
        while (TryTake(out var first))
        {
            var done = new List<Job>();
            try
            {
                await CommitBatchAsync(first, done);
            }
            catch (Exception error) // whatever it was, those who wait must hear of it, and the queue must go on
            {
                first.Fail(error);
                done.ForEach(job => job.Fail(error));
            }
        }
    }

    private async Task CommitBatchAsync(Job first, List<Job> done)
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
    }

    // One failing work takes back its own changes only: the others of the batch do not know it.
    private static async Task<bool> IsDoneAsync(Job job, SqliteTransaction transaction)
    {
        const string Savepoint = "work";
        await transaction.SaveAsync(Savepoint);
        try
        {
            await job.RunAsync(transaction);
        }
        catch (Exception error)
        {
            await transaction.RollbackAsync(Savepoint);
            await transaction.ReleaseAsync(Savepoint);
            job.Fail(error);
            return false;
        }
        await transaction.ReleaseAsync(Savepoint);
        return true;
    }

    private bool TryTake([NotNullWhen(true)] out Job? job)
    {
        lock (_lock)
            return _isDraining = _inbox.TryDequeue(out job) || _others.TryDequeue(out job);
    }

    private bool TryTakeMore([NotNullWhen(true)] out Job? job)
    {
        lock (_lock)
            return _inbox.TryDequeue(out job) || _others.TryDequeue(out job);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private abstract class Job
    {
        public abstract Task RunAsync(SqliteTransaction transaction);

        public abstract void Complete();

        public abstract void Fail(Exception error);
    }

    // The caller goes on elsewhere, not inside the writer.
    private sealed class Job<T>(Func<SqliteTransaction, Task<T>> work, CancellationToken cancellationToken) : Job
    {
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _value = default!;

        public Task<T> Result => _result.Task;

        public override async Task RunAsync(SqliteTransaction transaction)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _value = await work(transaction);
        }

        public override void Complete() => _result.TrySetResult(_value);

        public override void Fail(Exception error)
        {
            if (error is OperationCanceledException && cancellationToken.IsCancellationRequested)
                _result.TrySetCanceled(cancellationToken);
            else
                _result.TrySetException(error);
        }
    }
}
