using System.Data.Common;
using DigestBot.Core.Mentions;
using DigestBot.Storage.Mentions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigestBot.Storage.Sqlite;

/// <summary>
/// One file. Any number of readers, one writer connection for everything, which is also the only one that checkpoints: the SQLite
/// that restores here corrupts a file in which two connections write or checkpoint at once (decisions.md, facts).
/// </summary>
internal sealed class SqliteEngine : StorageEngine, IAsyncDisposable
{
    private const int ConstraintFault = 19;

    private readonly SqliteWriter _writer;
    private readonly string _writing;
    private readonly DbContextOptions<SqliteDigestContext> _reading;

    public SqliteEngine(StorageLocation location, StorageOptions options, TimeProvider clock)
    {
        _writing = new SqliteConnectionStringBuilder(location.ConnectionString) { DataSource = location.File!, Pooling = false }.ToString();
        var reading = new SqliteConnectionStringBuilder(location.ConnectionString) { DataSource = location.File!, Pooling = true }.ToString();
        _writer = new(_writing, options.Synchronous, clock);
        _reading = Options(builder => builder.UseSqlite(reading)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(new ReaderPragmas()));
    }

    public override IMentionTable Mentions { get; } = new SqliteMentionTable();

    public override DigestDbContext Read() => new SqliteDigestContext(_reading);

    public override DigestDbContext On(DbConnection connection) => new SqliteDigestContext(Options(builder => builder.UseSqlite(connection)));

    public override Task<T> WriteAsync<T>(WriteLane lane, Func<WriteSession, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(lane, transaction => WorkAsync(transaction, work), cancellationToken);

    public override Task<int> ExecuteAsync(WriteLane lane, string sql, params (string Name, object? Value)[] values) =>
        _writer.ExecuteAsync(lane, sql, Array.ConvertAll(values, value => value.Value is string text ? CleanText.Of(text) : value.Value));

    // There is one writer: whoever writes has every lock.
    public override Task LockAsync(WriteSession session, StoreLock what, bool shared, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task MigrateAsync(Func<DigestDbContext, Task> migrate, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(_writing);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        await ForgetStaleLockAsync(connection, cancellationToken);
        await using var context = On(connection);
        await migrate(context);
    }

    public override async Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancellationToken)
    {
        await using var context = Read();
        try
        {
            var answers = await context.Database.SqlQueryRaw<string>("PRAGMA quick_check(5)").ToListAsync(cancellationToken);
            return [.. answers.Where(answer => answer != "ok").Select(Damaged)];
        }
        catch (SqliteException error) // damaged so badly that it cannot even be checked
        {
            return [Damaged(error.Message)];
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await using var context = Read();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    protected override bool IsConflict(DbException error) => error is SqliteException { SqliteErrorCode: ConstraintFault };

    private static string Damaged(string how) => $"The database file is damaged ({how.TrimEnd('.')}). Restore it from a backup.";

    private static DbContextOptions<SqliteDigestContext> Options(Action<DbContextOptionsBuilder<SqliteDigestContext>> connect)
    {
        var builder = new DbContextOptionsBuilder<SqliteDigestContext>();
        connect(builder);
        return builder.WithOwnMigrations().Options;
    }

    // EF's lock is a row that outlives a killed process and would then block for ever. The caller holds the operating system's lock
    // on this file, so a row that is there belongs to nobody.
    private static async Task ForgetStaleLockAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class ReaderPragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA query_only=1; PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=268435456;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
