using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Postgres;

/// <summary>The tables on PostgreSQL.</summary>
internal sealed class PostgresDigestContext(DbContextOptions<PostgresDigestContext> options) : DigestDbContext(options);
