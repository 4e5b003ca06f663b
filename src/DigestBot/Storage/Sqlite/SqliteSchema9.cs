using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The ninth schema on SQLite: what was learned from corrections, with the model where it is used.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261128180000_Schema9")]
internal sealed class SqliteSchema9 : Migration
{
    private const string OwnModels =
        """
        CREATE TABLE own_models (
            task INTEGER NOT NULL PRIMARY KEY,
            learned_at INTEGER NOT NULL,
            through INTEGER NOT NULL,
            measure TEXT NOT NULL,
            own REAL NOT NULL,
            shipped REAL NOT NULL,
            corrections INTEGER NOT NULL,
            content BLOB);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(OwnModels);
}
