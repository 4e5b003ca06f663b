using System.Data.Common;
using System.Globalization;
using DigestBot.Storage.Mentions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DigestBot.Storage.Postgres;

/// <summary>A PostgreSQL server, for one process or several.</summary>
internal sealed class PostgresEngine : StorageEngine, IAsyncDisposable
{
    private readonly NpgsqlDataSource _server;
    private readonly DbContextOptions<PostgresDigestContext> _reading;

    public PostgresEngine(StorageLocation location)
    {
        _server = NpgsqlDataSource.Create(location.ConnectionString);
        _reading = new DbContextOptionsBuilder<PostgresDigestContext>()
            .UseNpgsql(_server).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).WithOwnMigrations().Options;
    }

    public override IMentionTable Mentions { get; } = new PostgresMentionTable();

    public override DigestDbContext Read() => new PostgresDigestContext(_reading);

    public override DigestDbContext On(DbConnection connection) =>
        new PostgresDigestContext(new DbContextOptionsBuilder<PostgresDigestContext>().UseNpgsql(connection).WithOwnMigrations().Options);

    public override async Task<T> WriteAsync<T>(WriteLane lane, Func<WriteSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await _server.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await WorkAsync(transaction, work);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    public override Task LockAsync(WriteSession session, StoreLock what, bool shared, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            shared ? "SELECT pg_advisory_xact_lock_shared(@lock)" : "SELECT pg_advisory_xact_lock(@lock)", cancellationToken, ("@lock", (long)what));

    // The lock is the connection's: it is given back when this one closes, also by a crash.
    public override async Task MigrateAsync(Func<DigestDbContext, Task> migrate, CancellationToken cancellationToken)
    {
        await using var connection = await _server.OpenConnectionAsync(cancellationToken);
        await using var alone = connection.CreateCommand();
        alone.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_lock({(long)StoreLock.Schema})");
        await alone.ExecuteNonQueryAsync(cancellationToken);
        await using var context = On(connection);
        await migrate(context);
        alone.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_unlock({(long)StoreLock.Schema})");
        await alone.ExecuteNonQueryAsync(cancellationToken);
    }

    // The server checks its own files; what we can tell is that it answers and has our tables.
    public override async Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancellationToken)
    {
        await using var context = Read();
        await context.Database.ExecuteSqlRawAsync("SELECT count(*) FROM (SELECT id FROM mentions ORDER BY id DESC LIMIT 1000) AS newest", cancellationToken);
        return [];
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override bool IsConflict(DbException error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
    };
}
