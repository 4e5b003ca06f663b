using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The seventh schema on SQLite: what curators corrected in mentions.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261128160000_Schema7")]
internal sealed class SqliteSchema7 : Migration
{
    private const string Corrections =
        """
        CREATE TABLE corrections (
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            field INTEGER NOT NULL,
            value TEXT NOT NULL,
            person TEXT NOT NULL,
            corrected_at INTEGER NOT NULL,
            PRIMARY KEY (source, external_id, field));
        CREATE INDEX corrections_by_age ON corrections (field, corrected_at);

        CREATE TABLE same_stories (
            one_source TEXT NOT NULL,
            one_id TEXT NOT NULL,
            other_source TEXT NOT NULL,
            other_id TEXT NOT NULL,
            person TEXT NOT NULL,
            said_at INTEGER NOT NULL,
            PRIMARY KEY (one_source, one_id, other_source, other_id));
        CREATE INDEX same_stories_by_age ON same_stories (said_at);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Corrections);
}
