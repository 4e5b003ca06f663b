using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Mentions;

/// <summary>What is known of sources between runs.</summary>
internal static class SourceStates
{
    /// <summary>Sources that ever ran, by name; only the one when named.</summary>
    public static async Task<IReadOnlyList<SourceState>> ReadAsync(DigestDbContext context, string? only, CancellationToken cancellationToken)
    {
        var sources = await context.Sources.Where(s => only == null || s.Name == only)
            .Select(s => new
            {
                Source = s,
                Last = context.SourceRuns.Where(r => r.Source == s.Name).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).FirstOrDefault(),
                Success = context.SourceRuns.Where(r => r.Source == s.Name && r.Failure == null).Max(r => (long?)r.StartedAt),
            })
            .ToListAsync(cancellationToken);
        return [.. sources.OrderBy(s => s.Source.Name, StringComparer.Ordinal).Select(s => new SourceState(
            s.Source.Name, s.Source.Cursor, UtcTicks.ToInstant(s.Success), s.Last is null ? null : ToRun(s.Last), s.Source.Mentions)
        {
            Health = s.Source.Health is { } health ? StoredJson.Read<SourceHealth>(health) : null,
            PausedAt = UtcTicks.ToInstant(s.Source.PausedAt),
        })];
    }

    /// <summary>Runs that began in [from, to), oldest first.</summary>
    public static async Task<IReadOnlyList<SourceRun>> RunsAsync(DigestDbContext context, long from, long to, CancellationToken cancellationToken)
    {
        var rows = await context.SourceRuns.Where(r => r.StartedAt >= from && r.StartedAt < to)
            .OrderBy(r => r.StartedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(ToRun)];
    }

    /// <summary>Notes a run, of a source that may be new.</summary>
    public static async Task<int> RecordAsync(WriteSession session, SourceRun run, CancellationToken cancellationToken)
    {
        await KeepAsync(session, run.Source, cursor: null, [], cancellationToken);
        session.Context.SourceRuns.Add(ToRow(run));
        return await session.Context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes how a source stands with the other side.</summary>
    public static Task<int> NoteAsync(WriteSession session, string source, SourceHealth? health, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            "INSERT INTO sources (name, mentions, health) VALUES (@name, 0, @health) ON CONFLICT (name) DO UPDATE SET health = excluded.health",
            cancellationToken,
            ("@name", source),
            ("@health", health is null ? null : StoredJson.Write(health)));

    /// <summary>Pauses a source, or ends its pause.</summary>
    public static Task<int> PauseAsync(WriteSession session, string source, DateTimeOffset? pausedAt, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            "INSERT INTO sources (name, mentions, paused_at) VALUES (@name, 0, @paused) ON CONFLICT (name) DO UPDATE SET paused_at = excluded.paused_at",
            cancellationToken,
            ("@name", source),
            ("@paused", pausedAt?.UtcTicks));

    /// <summary>Keeps the cursor, when there is one, and counts what is new or, below zero, gone.</summary>
    public static async Task KeepAsync(
        WriteSession session, string source, string? cursor, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        counts.TryAdd(source, 0);
        foreach (var (name, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)) // everybody in one order: no deadlock
            await CountAsync(session, name, name == source ? cursor : null, count, cancellationToken);
    }

    /// <summary>Adds to the count of a source in one statement, so that two processes never lose one another's.</summary>
    public static Task CountAsync(WriteSession session, string source, string? cursor, int count, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            INSERT INTO sources (name, cursor, mentions) VALUES (@name, @cursor, @count)
            ON CONFLICT (name) DO UPDATE SET cursor = coalesce(excluded.cursor, sources.cursor), mentions = sources.mentions + excluded.mentions
            """,
            cancellationToken,
            ("@name", source),
            ("@cursor", cursor),
            ("@count", (long)count));

    private static SourceRun ToRun(SourceRunRow row) => new(
        row.Source, UtcTicks.ToInstant(row.StartedAt), UtcTicks.ToInstant(row.EndedAt), row.Added, row.Refreshed, row.Skipped, row.Failure);

    private static SourceRunRow ToRow(SourceRun run) => new()
    {
        Source = run.Source,
        StartedAt = run.StartedAt.UtcTicks,
        EndedAt = run.EndedAt.UtcTicks,
        Added = run.Added,
        Refreshed = run.Refreshed,
        Skipped = run.Skipped,
        Failure = run.Failure,
    };
}
