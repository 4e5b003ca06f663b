using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The fourth schema on SQLite: how places are reached, and when people were first met.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261122120000_Schema4")]
internal sealed class SqliteSchema4 : Migration
{
    private const string Reaching =
        """
        CREATE TABLE conversations (
            platform TEXT NOT NULL,
            place TEXT NOT NULL,
            workspace TEXT NOT NULL,
            kind INTEGER NOT NULL,
            service TEXT NOT NULL,
            conversation TEXT,
            member TEXT,
            team TEXT,
            name TEXT NOT NULL,
            is_installed INTEGER NOT NULL,
            unreachable_since INTEGER,
            obstacle TEXT,
            PRIMARY KEY (platform, place));
        CREATE INDEX conversations_by_workspace ON conversations (platform, workspace);

        ALTER TABLE people ADD COLUMN met_at INTEGER NOT NULL DEFAULT 0;
        UPDATE people SET met_at = seen_at;
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Reaching);
}
