using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The second schema on SQLite: people met in chat, installations with their tokens and keys, and why a touch point was not useful.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261122100000_Schema2")]
internal sealed class SqliteSchema2 : Migration
{
    private const string Chat =
        """
        CREATE TABLE people (
            id TEXT NOT NULL PRIMARY KEY,
            circle TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            handle TEXT,
            email TEXT,
            zone TEXT NOT NULL,
            locale TEXT NOT NULL,
            roles INTEGER NOT NULL,
            seen_at INTEGER NOT NULL);
        CREATE INDEX people_by_circle ON people (circle);
        CREATE INDEX people_by_name ON people (name_key);
        CREATE INDEX people_by_handle ON people (handle);
        CREATE INDEX people_by_email ON people (email);
        CREATE INDEX people_with_roles ON people (id) WHERE roles <> 0;

        CREATE TABLE installations (
            platform TEXT NOT NULL,
            workspace TEXT NOT NULL,
            name TEXT NOT NULL,
            team TEXT,
            organization TEXT,
            app TEXT,
            bot TEXT NOT NULL,
            installer TEXT,
            scopes TEXT NOT NULL,
            secret TEXT,
            token_ends_at INTEGER,
            renewing_until INTEGER,
            installed_at INTEGER NOT NULL,
            removed_at INTEGER,
            version INTEGER NOT NULL,
            PRIMARY KEY (platform, workspace));

        CREATE TABLE install_tickets (ticket TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, valid_until INTEGER NOT NULL);

        CREATE TABLE protection_keys (name TEXT NOT NULL PRIMARY KEY, xml TEXT NOT NULL);

        ALTER TABLE feedback ADD COLUMN reason TEXT;

        CREATE INDEX deliveries_shared ON deliveries (digest, week, part) WHERE purpose = 5;
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Chat);
}
