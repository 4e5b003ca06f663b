using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Postgres;

/// <summary>The first schema on PostgreSQL. Instants are UTC ticks, weeks are numbers as 202524; columns are as the rows beside the stores say.</summary>
[DbContext(typeof(PostgresDigestContext))]
[Migration("20261122000000_Schema1")]
internal sealed class PostgresSchema1 : Migration
{
    private const string Mentions =
        """
        CREATE TABLE mentions (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            source TEXT COLLATE "C" NOT NULL,
            external_id TEXT COLLATE "C" NOT NULL,
            said_at BIGINT NOT NULL,
            author TEXT NOT NULL,
            text TEXT NOT NULL,
            link TEXT,
            likes BIGINT NOT NULL,
            reposts BIGINT NOT NULL,
            replies BIGINT NOT NULL,
            views BIGINT,
            followers BIGINT,
            rating DOUBLE PRECISION,
            claimed_language TEXT,
            language TEXT NOT NULL,
            sentiment BIGINT NOT NULL,
            sentiment_score DOUBLE PRECISION NOT NULL,
            kind BIGINT NOT NULL,
            suggestion_score DOUBLE PRECISION NOT NULL,
            severity DOUBLE PRECISION NOT NULL,
            department TEXT,
            flags BIGINT NOT NULL,
            details TEXT,
            words TSVECTOR NOT NULL,
            UNIQUE (source, external_id));
        CREATE INDEX mentions_by_time ON mentions (said_at);
        CREATE INDEX mentions_by_word ON mentions USING gin (words);
        """;

    private const string Records =
        """
        CREATE TABLE sources (name TEXT NOT NULL PRIMARY KEY, cursor TEXT, mentions BIGINT NOT NULL);

        CREATE TABLE source_runs (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            source TEXT NOT NULL,
            started_at BIGINT NOT NULL,
            ended_at BIGINT NOT NULL,
            added INTEGER NOT NULL,
            refreshed INTEGER NOT NULL,
            skipped INTEGER NOT NULL,
            failure TEXT);
        CREATE INDEX source_runs_by_source ON source_runs (source, started_at);
        CREATE INDEX source_runs_by_time ON source_runs (started_at);

        CREATE TABLE week_summaries (
            zone TEXT NOT NULL,
            week INTEGER NOT NULL,
            begins BIGINT NOT NULL,
            ends BIGINT NOT NULL,
            ticket BIGINT NOT NULL,
            document TEXT,
            PRIMARY KEY (zone, week));

        CREATE TABLE editions (
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            state INTEGER NOT NULL,
            version INTEGER NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (digest, week));

        CREATE TABLE touch_points (
            id TEXT NOT NULL,
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            PRIMARY KEY (id, digest, week));
        CREATE INDEX touch_points_by_edition ON touch_points (digest, week);

        CREATE TABLE follow_ups (
            number INTEGER NOT NULL PRIMARY KEY,
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            owner TEXT NOT NULL,
            state INTEGER NOT NULL,
            closed_at BIGINT,
            version INTEGER NOT NULL,
            document TEXT NOT NULL);
        CREATE INDEX follow_ups_by_digest ON follow_ups (digest, week);
        CREATE INDEX follow_ups_by_owner ON follow_ups (owner, state);

        CREATE TABLE kudos (
            touch_point_id TEXT NOT NULL,
            person TEXT NOT NULL,
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            given_at BIGINT NOT NULL,
            PRIMARY KEY (touch_point_id, person));
        CREATE INDEX kudos_by_edition ON kudos (digest, week);

        CREATE TABLE audit (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            done_at BIGINT NOT NULL,
            person TEXT NOT NULL,
            verb TEXT NOT NULL,
            subject TEXT,
            result TEXT NOT NULL,
            through TEXT NOT NULL);

        CREATE TABLE feedback (
            digest TEXT NOT NULL,
            person TEXT NOT NULL,
            story_key TEXT NOT NULL,
            value DOUBLE PRECISION NOT NULL,
            given_at BIGINT NOT NULL,
            PRIMARY KEY (digest, person, story_key));

        CREATE TABLE customers (handle TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, tier TEXT NOT NULL);

        CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);

        CREATE TABLE deliveries (
            key TEXT NOT NULL PRIMARY KEY,
            purpose INTEGER NOT NULL,
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            audience TEXT NOT NULL,
            part TEXT NOT NULL,
            platform TEXT NOT NULL,
            channel TEXT NOT NULL,
            version INTEGER NOT NULL,
            text TEXT,
            thread_of TEXT,
            state INTEGER NOT NULL,
            posted_platform TEXT,
            posted_channel TEXT,
            posted_id TEXT,
            sent_version INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            postponed INTEGER NOT NULL,
            not_before BIGINT,
            failure TEXT,
            sequence BIGINT NOT NULL UNIQUE,
            lease BIGINT NOT NULL,
            lease_until BIGINT);
        CREATE INDEX deliveries_in_line ON deliveries (platform, channel, sequence) WHERE state IN (0, 1);
        CREATE INDEX deliveries_by_state ON deliveries (state, sequence);
        CREATE INDEX deliveries_by_message ON deliveries (posted_id, posted_channel);

        CREATE TABLE inbox (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            platform TEXT NOT NULL,
            event_id TEXT NOT NULL,
            payload TEXT NOT NULL,
            received_at BIGINT NOT NULL,
            attempts INTEGER NOT NULL,
            state INTEGER NOT NULL,
            failure TEXT,
            UNIQUE (platform, event_id));
        CREATE INDEX inbox_pending ON inbox (id) WHERE state = 0;
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Mentions);
        migrationBuilder.Sql(Records);
    }
}
