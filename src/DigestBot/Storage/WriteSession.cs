using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage;

/// <summary>One writing transaction, as SQL and as a change-tracking context.</summary>
internal sealed class WriteSession(StorageEngine engine, DbTransaction transaction) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _repeated = new(StringComparer.Ordinal);
    private DigestDbContext? _context;

    /// <summary>The connection that writes.</summary>
    public DbConnection Connection { get; } = transaction.Connection!;

    /// <summary>The context, made when first asked for: an inbox write needs none.</summary>
    public DigestDbContext Context => _context ??= Join(engine.On(Connection));

    /// <summary>Waits until the lock is this transaction's.</summary>
    public Task LockAsync(StoreLock what, bool shared, CancellationToken cancellationToken) =>
        engine.LockAsync(this, what, shared, cancellationToken);

    /// <summary>A statement in this transaction, with values for its parameters.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Connection.CreateCommand();
        command.Transaction = transaction;
        command.Fill(sql, values);
        return command;
    }

    /// <summary>Runs a statement; the number of rows it changed. Repeated in one transaction, it is prepared once.</summary>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        Repeated(sql, values).ExecuteNonQueryAsync(cancellationToken);

    /// <summary>The next number of a kind, from 1; numbers of a transaction that is rolled back are given again.</summary>
    public async Task<long> NextAsync(string counter, CancellationToken cancellationToken)
    {
        const string Sql =
            "INSERT INTO counters (name, value) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value";
        return (long)(await Repeated(Sql, [("@name", counter)]).ExecuteScalarAsync(cancellationToken))!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var command in _repeated.Values)
            await command.DisposeAsync();
        if (_context is not null)
            await _context.DisposeAsync();
    }

    private DbCommand Repeated(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (_repeated.TryGetValue(sql, out var known))
        {
            known.Refill(values);
            return known;
        }
        return _repeated[sql] = Command(sql, values);
    }

    // The savepoint EF would set of its own is one round trip too many: the transaction ends with the first fault anyway.
    private DigestDbContext Join(DigestDbContext context)
    {
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
        return context;
    }
}
