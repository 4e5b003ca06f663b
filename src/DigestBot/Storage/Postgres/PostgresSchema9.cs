using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The ninth schema on PostgreSQL: what was learned from corrections, with the model where it is used.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261128180000_Schema9")]
internal sealed class PostgresSchema9 : Migration
{
    private const string OwnModels =
        """
        CREATE TABLE own_models (
            task INTEGER NOT NULL PRIMARY KEY,
            learned_at BIGINT NOT NULL,
            through BIGINT NOT NULL,
            measure TEXT NOT NULL,
            own DOUBLE PRECISION NOT NULL,
            shipped DOUBLE PRECISION NOT NULL,
            corrections INTEGER NOT NULL,
            content BYTEA);
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(OwnModels);
}
