using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The sixth schema on PostgreSQL: what a language model answered.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261128150000_Schema6")]
internal sealed class PostgresSchema6 : Migration
{
    private const string Answers =
        """
        CREATE TABLE model_answers (
            key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
            answer TEXT NOT NULL,
            answered_at BIGINT NOT NULL);
        CREATE INDEX model_answers_by_age ON model_answers (answered_at);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Answers);
}
