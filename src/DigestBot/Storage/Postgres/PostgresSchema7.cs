using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The seventh schema on PostgreSQL: what curators corrected in mentions.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261128160000_Schema7")]
internal sealed class PostgresSchema7 : Migration
{
    private const string Corrections =
        """
        CREATE TABLE corrections (
            source TEXT COLLATE "C" NOT NULL,
            external_id TEXT COLLATE "C" NOT NULL,
            field INTEGER NOT NULL,
            value TEXT NOT NULL,
            person TEXT COLLATE "C" NOT NULL,
            corrected_at BIGINT NOT NULL,
            PRIMARY KEY (source, external_id, field));
        CREATE INDEX corrections_by_age ON corrections (field, corrected_at);

        CREATE TABLE same_stories (
            one_source TEXT COLLATE "C" NOT NULL,
            one_id TEXT COLLATE "C" NOT NULL,
            other_source TEXT COLLATE "C" NOT NULL,
            other_id TEXT COLLATE "C" NOT NULL,
            person TEXT COLLATE "C" NOT NULL,
            said_at BIGINT NOT NULL,
            PRIMARY KEY (one_source, one_id, other_source, other_id));
        CREATE INDEX same_stories_by_age ON same_stories (said_at);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Corrections);
}
