using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The third schema on SQLite: the newest of each reaction, and what is said about touch points in their threads.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261122110000_Schema3")]
internal sealed class SqliteSchema3 : Migration
{
    private const string Talk =
        """
        CREATE TABLE reactions (
            platform TEXT NOT NULL,
            channel TEXT NOT NULL,
            message TEXT NOT NULL,
            person TEXT NOT NULL,
            emoji TEXT NOT NULL,
            state INTEGER NOT NULL,
            stamp TEXT NOT NULL,
            PRIMARY KEY (platform, channel, message, person, emoji));

        CREATE TABLE comments (
            platform TEXT NOT NULL,
            channel TEXT NOT NULL,
            message TEXT NOT NULL,
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            touch_point_id TEXT NOT NULL,
            person TEXT NOT NULL,
            text TEXT NOT NULL,
            said_at INTEGER NOT NULL,
            PRIMARY KEY (platform, channel, message));
        CREATE INDEX comments_by_edition ON comments (digest, week, said_at);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Talk);
}
