using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DigestBot.Tests.Testing;

/// <summary>
/// A PostgreSQL server of the test run's own, on loopback and a free port, gone afterwards. It starts when the first store is asked for.
/// Works as root too (the server refuses root, so it runs as the postgres account).
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable, IAsyncLifetime
{
    private readonly Lazy<string> _folder;
    private readonly int _port = FreePort();
    private int _databases;

    /// <summary>Prepares it; starts nothing.</summary>
    public PrivatePostgres() => _folder = new(Start);

    /// <summary>The programs of the newest installed server, or null when there is none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>Connection string of a new empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        _ = _folder.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test{++_databases}");
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    /// <summary>A store on a new database with the schema in it: this program's, unless an older one is asked for.</summary>
    internal async Task<TestStore> OpenStoreAsync(string? schema = null) =>
        await TestStore.OpenAsync("PostgreSQL", await CreateDatabaseAsync(), schema: schema);

    /// <inheritdoc />
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (_folder.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            Run("pg_ctl", "-D", Path.Combine(_folder.Value, "data"), "-m", "immediate", "-s", "stop");
            Directory.Delete(_folder.Value, recursive: true);
        }
        return ValueTask.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private string ConnectionTo(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=app;Database={database};Maximum Pool Size=20");

    private string Start()
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            Run("chown", ["postgres", folder], asAccount: false);
        var data = Path.Combine(folder, "data");
        Run("initdb", "-D", data, "-U", "app", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C");
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        Run("pg_ctl", "-D", data, "-w", "-s", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        return folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments) =>
        Run(Path.Combine(Programs ?? throw new InvalidOperationException(PostgresFact.NotInstalled), program), arguments, asAccount: Environment.IsPrivilegedProcess);

    private static void Run(string program, string[] arguments, bool asAccount)
    {
        var start = asAccount
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = "/";
        // The server would keep a redirected output open, and reading it would never end; only initdb is talkative.
        start.RedirectStandardOutput = program.EndsWith("initdb", StringComparison.Ordinal);
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(program)} ended with exit code {process.ExitCode}.");
    }
}

/// <summary>All tests on PostgreSQL share one server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PrivatePostgres>
{
    /// <summary>For <c>[Collection]</c>.</summary>
    public const string Name = "PostgreSQL";
}
