using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Corrections;
using DigestBot.Storage.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Corrections and the pairs of the same story.</summary>
internal sealed class Corrections(StorageEngine engine, StagedChanges staged, IMentionStore mentions) : ICorrections
{
    private const int IdsAtOnce = 200;

    /// <inheritdoc />
    public void Add(IReadOnlyCollection<Correction> corrections) => staged.Stage(async (session, cancellationToken) =>
    {
        foreach (var correction in corrections)
            await KeepAsync(session, correction, cancellationToken);
        await session.Context.SaveChangesAsync(cancellationToken);
        await SetRightAsync(session, [.. corrections.Select(correction => correction.Mention).Distinct()], cancellationToken);
    });

    /// <inheritdoc />
    public void Add(SameStoryCorrection same) => staged.Stage(async (session, cancellationToken) =>
    {
        var (one, other) = same.One.CompareTo(same.Other) <= 0 ? (same.One, same.Other) : (same.Other, same.One);
        var known = await session.Context.SameStories.FindAsync([one.Source, one.ExternalId, other.Source, other.ExternalId], cancellationToken);
        if (known is null)
            session.Context.SameStories.Add(new() { OneSource = one.Source, OneId = one.ExternalId, OtherSource = other.Source, OtherId = other.ExternalId, Person = same.By, SaidAt = same.At.UtcTicks });
        else
            known.SaidAt = same.At.UtcTicks;
    });

    /// <inheritdoc />
    public async Task<IReadOnlyList<SameStoryCorrection>> SameStoriesAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.UtcTicks;
        await using var context = engine.Read();
        var rows = await context.SameStories.Where(row => row.SaidAt >= from)
            .OrderBy(row => row.SaidAt).ThenBy(row => row.OneSource).ThenBy(row => row.OneId).ThenBy(row => row.OtherId).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SameStoryCorrection(new(row.OneSource, row.OneId), new(row.OtherSource, row.OtherId), row.Person, UtcTicks.ToInstant(row.SaidAt)))];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<(Correction Correction, ReadMention Mention)>> LearnableAsync(CorrectedField field, int most, CancellationToken cancellationToken)
    {
        List<CorrectionRow> rows;
        await using (var context = engine.Read())
            rows = await context.Corrections.Where(row => row.Field == field).OrderByDescending(row => row.CorrectedAt)
                .ThenBy(row => row.Source).ThenBy(row => row.ExternalId).Take(most).ToListAsync(cancellationToken);
        var kept = (await mentions.FindAsync([.. rows.Select(row => new MentionId(row.Source, row.ExternalId))], cancellationToken)).ToDictionary(read => read.Mention.Id);
        return [.. rows.Select(row => row.ToCorrection()).Where(correction => kept.ContainsKey(correction.Mention)).Select(correction => (correction, kept[correction.Mention]))];
    }

    /// <summary>The mentions, each with what was corrected of it; in the transaction that writes them.</summary>
    public static async Task<IReadOnlyList<ReadMention>> ApplyAsync(WriteSession session, IReadOnlyList<ReadMention> read, CancellationToken cancellationToken)
    {
        var known = new Dictionary<MentionId, List<Correction>>();
        foreach (var source in read.GroupBy(one => one.Mention.Id.Source, StringComparer.Ordinal))
        {
            foreach (var ids in source.Select(one => one.Mention.Id.ExternalId).Chunk(IdsAtOnce))
            {
                foreach (var row in await session.Context.Corrections.Where(row => row.Source == source.Key && ids.Contains(row.ExternalId)).ToListAsync(cancellationToken))
                    Of(known, new(row.Source, row.ExternalId)).Add(row.ToCorrection());
            }
        }
        return known.Count == 0 ? read : [.. read.Select(one => known.TryGetValue(one.Mention.Id, out var corrections) ? SetRight(one, corrections) : one)];
    }

    private static ReadMention SetRight(ReadMention read, IEnumerable<Correction> corrections) =>
        read with { Insight = corrections.OrderBy(correction => correction.Field).Aggregate(read.Insight, (insight, correction) => correction.ApplyTo(insight)) };

    private static List<Correction> Of(Dictionary<MentionId, List<Correction>> known, MentionId id) =>
        known.TryGetValue(id, out var list) ? list : known[id] = [];

    private static async Task KeepAsync(WriteSession session, Correction correction, CancellationToken cancellationToken)
    {
        var row = await session.Context.Corrections.FindAsync([correction.Mention.Source, correction.Mention.ExternalId, correction.Field], cancellationToken);
        if (row is null)
        {
            session.Context.Corrections.Add(new()
            {
                Source = correction.Mention.Source, ExternalId = correction.Mention.ExternalId, Field = correction.Field,
                Value = correction.Value, Person = correction.By, CorrectedAt = correction.At.UtcTicks,
            });
        }
        else
        {
            (row.Value, row.Person, row.CorrectedAt) = (correction.Value, correction.By, correction.At.UtcTicks);
        }
    }

    // Written again as they are; writing applies the corrections. A mention that is gone meanwhile stays gone.
    private async Task SetRightAsync(WriteSession session, IReadOnlyList<MentionId> ids, CancellationToken cancellationToken)
    {
        await session.LockAsync(StoreLock.Summaries, shared: true, cancellationToken);
        var known = await mentions.FindAsync(ids, cancellationToken);
        if (known.Count == 0)
            return;
        var arrival = await engine.Mentions.WriteAsync(session, await ApplyAsync(session, known, cancellationToken), cancellationToken);
        await WeekSummaryStore.DropStaleAsync(session.Context, arrival.Times, cancellationToken);
    }
}
