using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigestBot.Storage.Sqlite;

/// <summary>The first schema on SQLite. Instants are UTC ticks, weeks are numbers as 202524; columns are as the rows beside the stores say.</summary>
[DbContext(typeof(SqliteDigestContext))]
[Migration("20261122000000_Schema1")]
internal sealed class SqliteSchema1 : Migration
{
    private const string Mentions =
        """
        CREATE TABLE mentions (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            said_at INTEGER NOT NULL,
            author TEXT NOT NULL,
            text TEXT NOT NULL,
            link TEXT,
            likes INTEGER NOT NULL,
            reposts INTEGER NOT NULL,
            replies INTEGER NOT NULL,
            views INTEGER,
            followers INTEGER,
            rating REAL,
            claimed_language TEXT,
            language TEXT NOT NULL,
            sentiment INTEGER NOT NULL,
            sentiment_score REAL NOT NULL,
            kind INTEGER NOT NULL,
            suggestion_score REAL NOT NULL,
            severity REAL NOT NULL,
            department TEXT,
            flags INTEGER NOT NULL,
            details TEXT,
            UNIQUE (source, external_id));
        CREATE INDEX mentions_by_time ON mentions (said_at);

        -- The tokens only, not the text once more; our tokenizer has done its work, so that what is left is to split at blanks.
        CREATE VIRTUAL TABLE mention_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
        CREATE TRIGGER mentions_forgotten AFTER DELETE ON mentions BEGIN
            DELETE FROM mention_words WHERE rowid = old.id;
        END;
        """;

    private const string Records =
        """
        CREATE TABLE sources (name TEXT NOT NULL PRIMARY KEY, cursor TEXT, mentions INTEGER NOT NULL);

        CREATE TABLE source_runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            added INTEGER NOT NULL,
            refreshed INTEGER NOT NULL,
            skipped INTEGER NOT NULL,
            failure TEXT);
        CREATE INDEX source_runs_by_source ON source_runs (source, started_at);
        CREATE INDEX source_runs_by_time ON source_runs (started_at);

        CREATE TABLE week_summaries (
            zone TEXT NOT NULL,
            week INTEGER NOT NULL,
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
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
            closed_at INTEGER,
            version INTEGER NOT NULL,
            document TEXT NOT NULL);
        CREATE INDEX follow_ups_by_digest ON follow_ups (digest, week);
        CREATE INDEX follow_ups_by_owner ON follow_ups (owner, state);

        CREATE TABLE kudos (
            touch_point_id TEXT NOT NULL,
            person TEXT NOT NULL,
            digest TEXT NOT NULL,
            week INTEGER NOT NULL,
            given_at INTEGER NOT NULL,
            PRIMARY KEY (touch_point_id, person));
        CREATE INDEX kudos_by_edition ON kudos (digest, week);

        CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            done_at INTEGER NOT NULL,
            person TEXT NOT NULL,
            verb TEXT NOT NULL,
            subject TEXT,
            result TEXT NOT NULL,
            through TEXT NOT NULL);

        CREATE TABLE feedback (
            digest TEXT NOT NULL,
            person TEXT NOT NULL,
            story_key TEXT NOT NULL,
            value REAL NOT NULL,
            given_at INTEGER NOT NULL,
            PRIMARY KEY (digest, person, story_key));

        CREATE TABLE customers (handle TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, tier TEXT NOT NULL);

        CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL);

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
            not_before INTEGER,
            failure TEXT,
            sequence INTEGER NOT NULL UNIQUE,
            lease INTEGER NOT NULL,
            lease_until INTEGER);
        CREATE INDEX deliveries_in_line ON deliveries (platform, channel, sequence) WHERE state IN (0, 1);
        CREATE INDEX deliveries_by_state ON deliveries (state, sequence);
        CREATE INDEX deliveries_by_message ON deliveries (posted_id, posted_channel);

        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            platform TEXT NOT NULL,
            event_id TEXT NOT NULL,
            payload TEXT NOT NULL,
            received_at INTEGER NOT NULL,
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
