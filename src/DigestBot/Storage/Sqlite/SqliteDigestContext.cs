using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Sqlite;

/// <summary>The tables on SQLite.</summary>
internal sealed class SqliteDigestContext(DbContextOptions<SqliteDigestContext> options) : DigestDbContext(options);
