using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The sixth schema on SQLite: what a language model answered.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261128150000_Schema6")]
internal sealed class SqliteSchema6 : Migration
{
    private const string Answers =
        """
        CREATE TABLE model_answers (
            key TEXT NOT NULL PRIMARY KEY,
            answer TEXT NOT NULL,
            answered_at INTEGER NOT NULL);
        CREATE INDEX model_answers_by_age ON model_answers (answered_at);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Answers);
}
