using System.Data.Common;
using DigestBot.Core.Actions;
using DigestBot.Storage;
using DigestBot.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Bringing a database up to the program, on every engine.</summary>
public abstract class SchemaContract : StoreContract
{
    private MigrationRunner Migrations => Store.Services.GetRequiredService<MigrationRunner>();

    [StoreFact]
    public async Task Is_there_after_the_first_start_and_left_alone_by_the_second() => Assert.Equal(0, await Migrations.MigrateAsync(None));

    [StoreFact]
    public async Task Has_every_column_that_the_program_writes()
    {
        await using var context = Store.Services.GetRequiredService<StorageEngine>().Read();
        var tables = context.Model.GetEntityTypes().ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            var columns = table.GetProperties().Select(property => $"\"{property.GetColumnName()}\"");
            await ExecuteAsync(context, $"SELECT {string.Join(", ", columns)} FROM \"{table.GetTableName()}\" LIMIT 0");
        }
    }

    [StoreFact]
    public async Task Lets_several_starts_take_turns()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrations.MigrateAsync(None)));
        Assert.Null(await Store.Services.GetRequiredService<StorageHealth>().FaultAsync(None));
    }

    [StoreFact]
    public async Task Refuses_a_database_that_a_newer_program_has_written()
    {
        await Store.Services.GetRequiredService<StorageEngine>().WriteAsync(
            WriteLane.Normal,
            session => session.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_FromTheFuture', '99.0')", None),
            None);
        var fault = await Assert.ThrowsAsync<StorageException>(() => Migrations.MigrateAsync(None));
        Assert.Contains("newer program", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Store.Location.Display, fault.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Finds_no_fault_in_a_healthy_database()
    {
        var health = Store.Services.GetRequiredService<StorageHealth>();
        Assert.Null(await health.FaultAsync(None));
        Assert.Empty(await health.IntegrityFaultsAsync(None));
    }

    [StoreFact]
    public async Task Brings_up_a_database_of_the_first_schema_with_all_that_is_in_it()
    {
        await using var old = await OpenAtAsync("Schema1");
        await old.Services.GetRequiredService<StorageEngine>().WriteAsync(
            WriteLane.Normal,
            session => session.ExecuteAsync(
                "INSERT INTO feedback (digest, person, story_key, value, given_at) VALUES ('weekly', 'terminal:ana', 'issue:a', -1, @at)",
                None,
                ("@at", Monday.UtcTicks)),
            None);
        Assert.NotEqual(0, await old.Services.GetRequiredService<MigrationRunner>().MigrateAsync(None));
        var kept = await old.ReadAsync((ITeachings teachings) => teachings.FeedbackAsync("weekly", Monday, None));
        Assert.Equal([new("issue:a", -1, Monday) { By = "terminal:ana" }], kept);
        await old.CommitAsync(s => s.GetRequiredService<IKnownPeople>().Grant("slack:U1", Roles.Admin));
        Assert.NotNull(await old.ReadAsync((IKnownPeople people) => people.FindAsync("slack:U1", None)));
    }

    private protected abstract Task<TestStore> OpenAtAsync(string schema);

    private static async Task ExecuteAsync(DbContext context, string sql)
    {
        await context.Database.OpenConnectionAsync();
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
