using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The fifth schema on SQLite: how sources stand with the other side, and which are paused.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261128140000_Schema5")]
internal sealed class SqliteSchema5 : Migration
{
    private const string Standing =
        """
        ALTER TABLE sources ADD COLUMN health TEXT;
        ALTER TABLE sources ADD COLUMN paused_at INTEGER;
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Standing);
}
