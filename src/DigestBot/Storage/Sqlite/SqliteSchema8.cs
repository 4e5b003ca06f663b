using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The eighth schema on SQLite: which alerts stand, one book for each digest.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261128170000_Schema8")]
internal sealed class SqliteSchema8 : Migration
{
    private const string Books =
        """
        CREATE TABLE alert_books (
            digest TEXT NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            document TEXT NOT NULL);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Books);
}
