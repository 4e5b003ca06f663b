using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The third schema on PostgreSQL: the newest of each reaction, and what is said about touch points in their threads.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261122110000_Schema3")]
internal sealed class PostgresSchema3 : Migration
{
    private const string Talk =
        """
        CREATE TABLE reactions (
            platform TEXT COLLATE "C" NOT NULL,
            channel TEXT COLLATE "C" NOT NULL,
            message TEXT COLLATE "C" NOT NULL,
            person TEXT COLLATE "C" NOT NULL,
            emoji TEXT COLLATE "C" NOT NULL,
            state INTEGER NOT NULL,
            stamp TEXT COLLATE "C" NOT NULL,
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
            said_at BIGINT NOT NULL,
            PRIMARY KEY (platform, channel, message));
        CREATE INDEX comments_by_edition ON comments (digest, week, said_at);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Talk);
}
