namespace DigestBot.Storage;

/// <summary>Which database engine keeps the records.</summary>
public enum StorageProvider
{
    /// <summary>One file, one process.</summary>
    Sqlite = 0,

    /// <summary>A PostgreSQL server, one or several processes.</summary>
    PostgreSQL = 1,
}

/// <summary>What a commit on SQLite survives.</summary>
public enum SqliteSynchronous
{
    /// <summary>A killed process.</summary>
    Normal = 0,

    /// <summary>A power cut too, at about half the speed of small writes.</summary>
    Full = 1,
}

/// <summary>Where everything is kept: section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Storage";

    /// <summary>The engine. Default <see cref="StorageProvider.Sqlite"/>.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>
    /// The engine's connection string (<c>Data Source=/var/lib/digestbot/digestbot.db</c>, <c>Host=db;Database=digestbot;...</c>).
    /// Default on SQLite: a file in the user's data folder; on PostgreSQL it must be given.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>What a commit survives; SQLite only. Default <see cref="SqliteSynchronous.Normal"/>.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Normal;
}
