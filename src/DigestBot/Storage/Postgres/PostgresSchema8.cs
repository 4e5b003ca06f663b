using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The eighth schema on PostgreSQL: which alerts stand, one book for each digest.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261128170000_Schema8")]
internal sealed class PostgresSchema8 : Migration
{
    private const string Books =
        """
        CREATE TABLE alert_books (
            digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            document TEXT NOT NULL);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Books);
}
