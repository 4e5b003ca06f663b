using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The fifth schema on PostgreSQL: how sources stand with the other side, and which are paused.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261128140000_Schema5")]
internal sealed class PostgresSchema5 : Migration
{
    private const string Standing =
        """
        ALTER TABLE sources ADD COLUMN health TEXT;
        ALTER TABLE sources ADD COLUMN paused_at BIGINT;
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Standing);
}
