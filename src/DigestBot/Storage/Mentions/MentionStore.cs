using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Mentions;

/// <summary>Mentions with what they mean, written in bulk and streamed past the change tracker.</summary>
internal sealed class MentionStore(StorageEngine engine) : IMentionStore
{
    private const int IdsAtOnce = 200;
    private const int MostFound = 200;

    /// <inheritdoc />
    public Task<SavedPage> SaveAsync(string source, ReadPage page, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => SaveAsync(session, source, page with { Mentions = LastOfEach(page.Mentions) }, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> IdsSinceAsync(string source, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await context.Database
            .SqlQuery<string>($"SELECT external_id AS \"Value\" FROM mentions WHERE source = {source} AND said_at >= {from.UtcTicks} ORDER BY said_at DESC, external_id")
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, long>> CountsSinceAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var counts = await context.Database
            .SqlQuery<SourceCountRow>($"SELECT source, count(*) AS mentions FROM mentions WHERE said_at >= {from.UtcTicks} GROUP BY source")
            .ToListAsync(cancellationToken);
        return counts.ToDictionary(row => row.Source, row => row.Mentions, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public Task NoteHealthAsync(string source, SourceHealth? health, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => SourceStates.NoteAsync(session, source, health, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task PauseAsync(string source, DateTimeOffset? pausedAt, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => SourceStates.PauseAsync(session, source, pausedAt, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async Task<SourceState?> SourceStateAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await SourceStates.ReadAsync(context, source, cancellationToken) is [var known] ? known : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<SourceState>> SourceStatesAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await SourceStates.ReadAsync(context, only: null, cancellationToken);
    }

    /// <inheritdoc />
    public Task RecordRunAsync(SourceRun run, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => SourceStates.RecordAsync(session, run, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<SourceRun>> RunsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await SourceStates.RunsAsync(context, from.UtcTicks, to.UtcTicks, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ReadMention> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync(
            $"SELECT {MentionColumns.List} FROM mentions WHERE said_at >= @from AND said_at < @to ORDER BY said_at, source, external_id",
            [("@from", from.UtcTicks), ("@to", to.UtcTicks)],
            cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReadMention>> FindAsync(IReadOnlyCollection<MentionId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<MentionId, ReadMention>();
        foreach (var some in ids.Distinct().Chunk(IdsAtOnce))
        {
            await foreach (var read in FindSomeAsync(some, cancellationToken))
                found[read.Mention.Id] = read;
        }
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReadMention>> SearchAsync(string words, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostFound);
        var tokens = SearchTokens.OfQuery(CleanText.Of(words));
        if (tokens.Count == 0)
            return [];
        var found = new List<ReadMention>();
        var sql = $"SELECT {MentionColumns.List} FROM mentions WHERE {engine.Mentions.HasWords} ORDER BY said_at DESC, source, external_id LIMIT @limit";
        await foreach (var read in ReadAsync(sql, [("@words", engine.Mentions.Query(tokens)), ("@limit", (long)limit)], cancellationToken))
            found.Add(read);
        return found;
    }

    /// <inheritdoc />
    /// <remarks>Handles are compared without case and without a leading <c>@</c>: who asks to be forgotten does not look up how a source writes it.</remarks>
    public Task<int> ForgetAuthorAsync(string author, string? source, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => ForgottenAuthors.ForgetAsync(session, author, source, cancellationToken), cancellationToken);

    private static IReadOnlyList<ReadMention> LastOfEach(IReadOnlyList<ReadMention> mentions)
    {
        var last = new Dictionary<MentionId, ReadMention>(mentions.Count);
        foreach (var read in mentions)
            last[read.Mention.Id] = read;
        return last.Count == mentions.Count ? mentions : [.. last.Values];
    }

    private async Task<SavedPage> SaveAsync(
        WriteSession session, string source, ReadPage page, CancellationToken cancellationToken)
    {
        await session.LockAsync(StoreLock.Summaries, shared: true, cancellationToken);
        var arrival = page.Mentions.Count == 0 ? new() : await engine.Mentions.WriteAsync(session, await Corrections.ApplyAsync(session, page.Mentions, cancellationToken), cancellationToken);
        var added = arrival.AddedBySource.Values.Sum();
        var removed = await GoneMentions.RemoveAsync(session, source, page, arrival, cancellationToken);
        await WeekSummaryStore.DropStaleAsync(session.Context, arrival.Times, cancellationToken);
        await SourceStates.KeepAsync(session, source, page.Cursor, arrival.AddedBySource, cancellationToken);
        return new(added, arrival.Refreshed, removed);
    }

    private IAsyncEnumerable<ReadMention> FindSomeAsync(MentionId[] ids, CancellationToken cancellationToken)
    {
        var pairs = string.Join(", ", ids.Select((_, i) => $"(@s{i}, @e{i})"));
        return ReadAsync(
            $"SELECT {MentionColumns.List} FROM mentions WHERE (source, external_id) IN (VALUES {pairs})",
            [.. ids.SelectMany((id, i) => ((string, object?)[])[($"@s{i}", id.Source), ($"@e{i}", id.ExternalId)])],
            cancellationToken);
    }

    private async IAsyncEnumerable<ReadMention> ReadAsync(
        string sql, (string Name, object? Value)[] values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Fill(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var words = new SharedWords();
        while (await rows.ReadAsync(cancellationToken))
            yield return MentionColumns.Read(rows, words);
    }
}
