using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The fourth schema on PostgreSQL: how places are reached, and when people were first met.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261122120000_Schema4")]
internal sealed class PostgresSchema4 : Migration
{
    private const string Reaching =
        """
        CREATE TABLE conversations (
            platform TEXT COLLATE "C" NOT NULL,
            place TEXT COLLATE "C" NOT NULL,
            workspace TEXT COLLATE "C" NOT NULL,
            kind INTEGER NOT NULL,
            service TEXT NOT NULL,
            conversation TEXT,
            member TEXT,
            team TEXT,
            name TEXT NOT NULL,
            is_installed BOOLEAN NOT NULL,
            unreachable_since BIGINT,
            obstacle TEXT,
            PRIMARY KEY (platform, place));
        CREATE INDEX conversations_by_workspace ON conversations (platform, workspace);

        ALTER TABLE people ADD COLUMN met_at BIGINT NOT NULL DEFAULT 0;
        UPDATE people SET met_at = seen_at;
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Reaching);
}
