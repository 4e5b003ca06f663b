using System.Diagnostics.CodeAnalysis;
using DigestBot.Storage;
using DigestBot.Storage.Sqlite;
using DigestBot.Tests.Testing;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.Storage;

[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The test runner calls DisposeAsync.")]
public sealed class TheSqliteWriter : IAsyncLifetime
{
    private const string Insert = "INSERT INTO kept (name) VALUES (@name)";

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("digestbot-writer-").FullName, "test.db");
    private readonly FakeClock _clock = FakeClock.OnMonday();
    private readonly List<string> _order = [];
    private readonly List<SqliteTransaction> _transactions = [];
    private SqliteWriter _writer = null!;

    public async Task InitializeAsync()
    {
        _writer = new($"Data Source={_file};Pooling=False", SqliteSynchronous.Normal, _clock);
        await WriteAsync("CREATE TABLE kept (name TEXT UNIQUE)");
    }

    public async Task DisposeAsync()
    {
        await _writer.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public async Task Lets_the_inbox_go_first_and_the_others_in_order_of_arrival()
    {
        var busy = await BusyAsync();
        var all = (Task[])[KeepAsync("a"), KeepAsync("b"), KeepAsync("first", WriteLane.Inbox), KeepAsync("c"), KeepAsync("second", WriteLane.Inbox)];
        busy.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(["first", "second", "a", "b", "c"], _order);
    }

    [Fact]
    public async Task Commits_what_has_queued_up_meanwhile_together()
    {
        var busy = await BusyAsync();
        var all = (Task[])[KeepAsync("a"), KeepAsync("b"), KeepAsync("c", WriteLane.Inbox)];
        busy.SetResult();
        await Task.WhenAll(all);
        Assert.Single(_transactions.Distinct());
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Ends_a_batch_after_50_ms_so_that_nobody_waits_long()
    {
        var busy = await BusyAsync();
        var all = (Task[])[KeepAsync("a", takes: 30), KeepAsync("b", takes: 30), KeepAsync("c", takes: 30)];
        busy.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(2, _transactions.Distinct().Count());
        Assert.Same(_transactions[0], _transactions[1]);
    }

    [Fact]
    public async Task Takes_back_a_failing_work_alone()
    {
        var busy = await BusyAsync();
        var first = KeepAsync("a");
        var twice = KeepAsync("a");
        var last = KeepAsync("b");
        busy.SetResult();
        await first;
        await Assert.ThrowsAsync<SqliteException>(() => twice);
        await last;
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Does_single_statements_in_the_same_order_and_commit_and_takes_back_a_failing_one_alone()
    {
        var busy = await BusyAsync();
        var first = _writer.ExecuteAsync(WriteLane.Inbox, Insert, "a");
        var twice = _writer.ExecuteAsync(WriteLane.Inbox, Insert, "a");
        var ignored = _writer.ExecuteAsync(WriteLane.Inbox, Insert + " ON CONFLICT DO NOTHING", "a");
        var after = KeepAsync("b");
        busy.SetResult();
        Assert.Equal(1, await first);
        await Assert.ThrowsAsync<SqliteException>(() => twice);
        Assert.Equal(0, await ignored);
        await after;
        Assert.Equal(1, await _writer.ExecuteAsync(WriteLane.Inbox, Insert, "c")); // the statement is as good as new after its failure
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Goes_on_after_a_database_that_could_not_be_opened()
    {
        var folder = Path.Combine(Path.GetDirectoryName(_file)!, "not there yet");
        await using var writer = new SqliteWriter($"Data Source={folder}/test.db;Pooling=False", SqliteSynchronous.Full, _clock);
        await Assert.ThrowsAsync<SqliteException>(() => writer.WriteAsync(WriteLane.Normal, _ => Task.FromResult(1), CancellationToken.None));
        Directory.CreateDirectory(folder);
        Assert.Equal(2, await writer.WriteAsync(WriteLane.Normal, _ => Task.FromResult(2), CancellationToken.None));
    }

    [Fact]
    public async Task Drops_work_that_was_cancelled_while_it_queued()
    {
        using var stop = new CancellationTokenSource();
        var busy = await BusyAsync();
        var dropped = _writer.WriteAsync(WriteLane.Normal, transaction => RunAsync(transaction, "INSERT INTO kept VALUES ('x')"), stop.Token);
        await stop.CancelAsync();
        busy.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dropped);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Ends_what_was_queued_before_it_closes_and_takes_no_more()
    {
        var busy = await BusyAsync();
        var queued = KeepAsync("a");
        var closing = _writer.DisposeAsync();
        busy.SetResult();
        await closing;
        await queued;
        Assert.Throws<ObjectDisposedException>(() => { _ = KeepAsync("b"); });
    }

    // Holds the writer until it is ended; whatever comes meanwhile queues up. It fills a batch of its own.
    private async Task<TaskCompletionSource> BusyAsync()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = _writer.WriteAsync(
            WriteLane.Normal,
            async _ =>
            {
                begun.SetResult();
                await end.Task;
                _clock.Advance(TimeSpan.FromMilliseconds(50));
                return 0;
            },
            CancellationToken.None);
        await begun.Task;
        return end;
    }

    private Task<int> KeepAsync(string name, WriteLane lane = WriteLane.Normal, int takes = 0) =>
        _writer.WriteAsync(
            lane,
            transaction =>
            {
                _order.Add(name);
                _transactions.Add(transaction);
                _clock.Advance(TimeSpan.FromMilliseconds(takes));
                return RunAsync(transaction, $"INSERT INTO kept VALUES ('{name}')");
            },
            CancellationToken.None);

    private Task<int> WriteAsync(string sql) => _writer.WriteAsync(WriteLane.Normal, transaction => RunAsync(transaction, sql), CancellationToken.None);

    private static async Task<int> RunAsync(SqliteTransaction transaction, string sql)
    {
        await using var command = new SqliteCommand(sql, transaction.Connection, transaction);
        return await command.ExecuteNonQueryAsync();
    }

    // On a connection of its own: what it sees is committed.
    private async Task<long> CountAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand("SELECT count(*) FROM kept", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
