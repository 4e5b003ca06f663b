using DigestBot.Storage;
using DigestBot.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Storage;

public sealed class TheSqliteFile
{
    [Fact]
    public async Task Opens_although_a_killed_process_left_its_migration_lock()
    {
        await using var store = await TestStore.CreateAsync();
        await store.Services.GetRequiredService<StorageEngine>().WriteAsync(
            WriteLane.Normal,
            session => session.ExecuteAsync(
                """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-22');
                DELETE FROM "__EFMigrationsHistory";
                DROP TABLE mentions; DROP TABLE mention_words
                """,
                CancellationToken.None),
            CancellationToken.None);
        // It gets past the lock and fails at what is there already, instead of waiting for ever.
        var fault = await Assert.ThrowsAsync<StorageException>(
            () => store.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("already exists", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SqliteSynchronous.Normal, 1)]
    [InlineData(SqliteSynchronous.Full, 2)]
    public async Task Is_written_as_safely_as_the_settings_say(SqliteSynchronous synchronous, long expected)
    {
        await using var store = await TestStore.CreateAsync(services => services.PostConfigure<StorageOptions>(_ => { })
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new StorageOptions { Synchronous = synchronous, ConnectionString = NewFile() })));
        Assert.Equal(expected, await AskAsync(store, "PRAGMA synchronous"));
        Assert.Equal("wal", await AskAsync(store, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Is_only_read_by_readers()
    {
        await using var store = await TestStore.CreateAsync();
        await using var context = store.Services.GetRequiredService<StorageEngine>().Read();
        await Assert.ThrowsAnyAsync<Exception>(() => context.Audit.ExecuteDeleteAsync());
        Assert.Equal([0L], await context.Database.SqlQueryRaw<long>("PRAGMA wal_autocheckpoint").ToListAsync());
    }

    [Fact]
    public async Task Says_so_when_it_cannot_be_opened()
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-file-");
        var fault = await Assert.ThrowsAsync<StorageException>(() => TestStore.OpenAsync("Sqlite", $"Data Source={folder.FullName}"));
        Assert.Contains(folder.FullName, fault.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Is_found_damaged_by_the_integrity_check()
    {
        await using var store = await TestStore.CreateAsync();
        await store.RestartAsync();
        await using (var file = File.Open(store.Location.File!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = 4096 * 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAB, 4096 * 3).ToArray());
        }
        Assert.NotEmpty(await store.Services.GetRequiredService<StorageHealth>().IntegrityFaultsAsync(CancellationToken.None));
    }

    private static string NewFile() => $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("digestbot-test-").FullName, "test.db")}";

    private static Task<object?> AskAsync(TestStore store, string pragma) => store.Services.GetRequiredService<StorageEngine>().WriteAsync(
        WriteLane.Normal,
        async session =>
        {
            await using var command = session.Command(pragma);
            return await command.ExecuteScalarAsync();
        },
        CancellationToken.None);
}
