using Microsoft.Data.Sqlite;

namespace DigestBot.Storage.Sqlite;

/// <summary>What waits in the writer's queue.</summary>
internal abstract class SqliteJob
{
    /// <summary>It changes all or nothing by itself.</summary>
    public virtual bool IsOneStatement => false;

    /// <summary>Does it; not durable yet.</summary>
    public abstract Task RunAsync(SqliteTransaction transaction, SqliteStatements statements);

    /// <summary>It is durable: tells who waits.</summary>
    public abstract void Complete();

    /// <summary>It was taken back: tells who waits.</summary>
    public abstract void Fail(Exception error);
}

/// <summary>A job with a result. Who waits goes on elsewhere, not inside the writer.</summary>
internal abstract class SqliteJob<T>(CancellationToken cancellationToken) : SqliteJob
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _value = default!;

    /// <summary>Ends when it is durable or was taken back.</summary>
    public Task<T> Result => _result.Task;

    /// <inheritdoc />
    public override Task RunAsync(SqliteTransaction transaction, SqliteStatements statements)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var value = ValueAsync(transaction, statements);
        if (!value.IsCompletedSuccessfully)
            return AwaitAsync(value);
        _value = value.Result;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override void Complete() => _result.TrySetResult(_value);

    /// <inheritdoc />
    public override void Fail(Exception error)
    {
        if (error is OperationCanceledException && cancellationToken.IsCancellationRequested)
            _result.TrySetCanceled(cancellationToken);
        else
            _result.TrySetException(error);
    }

    private async Task AwaitAsync(Task<T> value) => _value = await value;

    /// <summary>Does it.</summary>
    protected abstract Task<T> ValueAsync(SqliteTransaction transaction, SqliteStatements statements);
}

/// <summary>Any work on the writer's connection.</summary>
internal sealed class SqliteWork<T>(Func<SqliteTransaction, Task<T>> work, CancellationToken cancellationToken) : SqliteJob<T>(cancellationToken)
{
    /// <inheritdoc />
    protected override Task<T> ValueAsync(SqliteTransaction transaction, SqliteStatements statements) => work(transaction);
}

/// <summary>One prepared statement: a tenth of what a command of its own with a savepoint around it costs.</summary>
internal sealed class SqliteOneStatement(string sql, object?[] values) : SqliteJob<int>(CancellationToken.None)
{
    /// <inheritdoc />
    public override bool IsOneStatement => true;

    /// <inheritdoc />
    protected override Task<int> ValueAsync(SqliteTransaction transaction, SqliteStatements statements) =>
        Task.FromResult(statements.Of(sql).Execute(values));
}

/// <summary>The statements prepared on the writer's connection.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _prepared = new(StringComparer.Ordinal);

    /// <summary>The statement of a text; prepared when first asked for.</summary>
    public SqliteStatement Of(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
            _prepared.Add(sql, statement = new(connection, sql));
        return statement;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
    }
}
