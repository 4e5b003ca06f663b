using DigestBot.Core.Mentions;
using DigestBot.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Testing;

/// <summary>
/// Every store port on a real database that is removed afterwards: a SQLite file of its own unless another is asked for.
/// Ports are asked of a scope, as the program does: <c>await store.CommitAsync(s => s.GetRequiredService&lt;IAuditLog&gt;().Append(line))</c>.
/// </summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly Func<ServiceProvider> _start;
    private ServiceProvider _provider;

    private TestStore(Func<ServiceProvider> start)
    {
        _start = start;
        _provider = start();
    }

    /// <summary>The services, for what wants a provider or a scope factory.</summary>
    public IServiceProvider Services => _provider;

    /// <summary>Where it lies.</summary>
    public StorageLocation Location => _provider.GetRequiredService<StorageLocation>();

    /// <summary>A new empty SQLite file with the schema in it.</summary>
    /// <param name="more">Further services of the test.</param>
    /// <param name="schema">As in <see cref="OpenAsync"/>.</param>
    public static Task<TestStore> CreateAsync(Action<IServiceCollection>? more = null, string? schema = null) =>
        OpenAsync("Sqlite", $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("digestbot-test-").FullName, "test.db")}", more, schema);

    /// <summary>A database of its own, which is brought up to date; the folder of a SQLite file is removed in the end.</summary>
    /// <param name="storageProvider">As in settings.</param>
    /// <param name="connectionString">As in settings.</param>
    /// <param name="more">Further services of the test.</param>
    /// <param name="schema">Name of the migration to stop at, as an older program would have left the database; null for all.</param>
    public static async Task<TestStore> OpenAsync(
        string storageProvider, string connectionString, Action<IServiceCollection>? more = null, string? schema = null)
    {
        var store = new TestStore(() => Provider(storageProvider, connectionString, more));
        await (schema is null ? store.MigrateAsync() : store.MigrateToAsync(schema));
        return store;
    }

    /// <summary>A scope: one action, one job, one request.</summary>
    public AsyncServiceScope Scope() => _provider.CreateAsyncScope();

    /// <summary>Reads something in a scope of its own.</summary>
    public async Task<TResult> ReadAsync<TPort, TResult>(Func<TPort, Task<TResult>> read)
        where TPort : notnull
    {
        await using var scope = Scope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    /// <summary>Stages in a new scope and commits.</summary>
    public async Task CommitAsync(Action<IServiceProvider> stage)
    {
        await using var scope = Scope();
        stage(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
    }

    /// <summary>Closes everything and opens the same database again, as a restart does.</summary>
    public async Task RestartAsync()
    {
        await _provider.DisposeAsync();
        _provider = _start();
        await MigrateAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var file = Location.File;
        await _provider.DisposeAsync();
        if (file is not null)
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static ServiceProvider Provider(string storageProvider, string connectionString, Action<IServiceCollection>? more)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = storageProvider,
            ["Storage:ConnectionString"] = connectionString,
        }).Build();
        var services = new ServiceCollection().AddStorage(settings);
        more?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private Task MigrateToAsync(string schema) => _provider.GetRequiredService<StorageEngine>().MigrateAsync(
        context => context.GetService<IMigrator>().MigrateAsync(schema), CancellationToken.None);

    private async Task MigrateAsync() => await _provider.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
}
