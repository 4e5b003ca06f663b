using Microsoft.Data.Sqlite;
using Npgsql;

namespace DigestBot.Storage;

/// <summary>Where the data lies: what is printed at start, and where files of the program's own stand beside it.</summary>
internal sealed class StorageLocation
{
    /// <summary>File name of the company's own data.</summary>
    public const string MainFile = "digestbot.db";

    /// <summary>File name of the sample company's data; never mixed with the company's own (decisions.md 22).</summary>
    public const string SampleFile = "digestbot-sample.db";

    private StorageLocation(StorageProvider provider, string connectionString, string? file, string display)
    {
        Provider = provider;
        ConnectionString = connectionString;
        File = file;
        Display = display;
    }

    /// <summary>The engine.</summary>
    public StorageProvider Provider { get; }

    /// <summary>Complete; may hold a password, so it is never shown.</summary>
    public string ConnectionString { get; }

    /// <summary>Full path of the database file; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>The folder of the database file, or the user's data folder on PostgreSQL. It exists once this was asked.</summary>
    /// <exception cref="StorageException">There is no home folder, or it cannot be made.</exception>
    public string Folder => Existing(File is null ? UserDataFolder() : Path.GetDirectoryName(File)!);

    /// <summary>For people: the path, or host and database. No secrets.</summary>
    public string Display { get; }

    /// <summary>Where the options point to; the file <paramref name="defaultFile"/> in the user's data folder when they name none.</summary>
    /// <exception cref="StorageException">The connection string cannot be read, or there is no home folder to fall back on.</exception>
    public static StorageLocation Of(StorageOptions options, string defaultFile) =>
        options.Provider == StorageProvider.PostgreSQL
            ? OfServer(options.ConnectionString)
            : OfFile(options.ConnectionString ?? $"Data Source={Path.Combine(UserDataFolder(), defaultFile)}");

    /// <summary>The user's data folder for this program, whatever the working folder; it may not exist yet.</summary>
    /// <exception cref="StorageException">The account has no home folder.</exception>
    public static string UserDataFolder()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathRooted(data)
            ? Path.Combine(data, "digestbot")
            : throw new StorageException(
                "There is no home folder to keep the data in. Set Storage__ConnectionString, for example to \"Data Source=/var/lib/digestbot/digestbot.db\".");
    }

    private static StorageLocation OfFile(string connectionString)
    {
        var source = Parsed(() => new SqliteConnectionStringBuilder(connectionString).DataSource, "Data Source=/path/to/digestbot.db");
        if (string.IsNullOrWhiteSpace(source) || source == ":memory:" || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new StorageException("Storage:ConnectionString must name a database file, for example \"Data Source=/path/to/digestbot.db\".");
        var file = Path.GetFullPath(source);
        return new(StorageProvider.Sqlite, connectionString, file, file);
    }

    private static StorageLocation OfServer(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new StorageException("Storage:ConnectionString is needed for PostgreSQL, for example \"Host=localhost;Database=digestbot;Username=digestbot\".");
        var server = Parsed(() => new NpgsqlConnectionStringBuilder(connectionString), "Host=localhost;Database=digestbot;Username=digestbot");
        return new(StorageProvider.PostgreSQL, connectionString, file: null, $"PostgreSQL {server.Host}:{server.Port}/{server.Database}");
    }

    private static T Parsed<T>(Func<T> parse, string example)
    {
        try
        {
            return parse();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            // Its own message may repeat a part of the string, so it does not stand in ours.
            throw new StorageException($"Storage:ConnectionString cannot be read. It looks like \"{example}\".", error);
        }
    }

    // What customers wrote is private: the folder is its owner's only.
    private static string Existing(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                Make(folder);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data folder {folder} cannot be made. Make it, or set Storage__ConnectionString to a file elsewhere.", error);
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
