using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Editions, as documents.</summary>
internal sealed class EditionStore(StorageEngine engine, StagedChanges staged) : IEditionStore
{
    /// <inheritdoc />
    public async Task<Edition?> FindAsync(EditionKey key, CancellationToken cancellationToken)
    {
        var week = WeekNumber.Of(key.Week);
        await using var context = engine.Read();
        return await FirstAsync(context.Editions.Where(e => e.Digest == key.Digest && e.Week == week), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Edition>> NewestAsync(string digest, int count, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var documents = await context.Editions.Where(e => e.Digest == digest)
            .OrderByDescending(e => e.Week).Take(count).Select(e => e.Document).ToListAsync(cancellationToken);
        return [.. documents.Select(StoredJson.Read<Edition>)];
    }

    /// <inheritdoc />
    public async Task<Edition?> LatestPublishedAsync(string digest, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await FirstAsync(
            context.Editions.Where(e => e.Digest == digest && (e.State == EditionState.Published || e.State == EditionState.Closed)),
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Edition?> WithTouchPointAsync(string touchPointId, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await FirstAsync(
            context.Editions.Where(e => context.TouchPoints.Any(t => t.Id == touchPointId && t.Digest == e.Digest && t.Week == e.Week)),
            cancellationToken);
    }

    /// <inheritdoc />
    public void Save(Edition edition) => staged.Stage((session, cancellationToken) => SaveAsync(session.Context, edition, cancellationToken));

    private static async Task<Edition?> FirstAsync(IQueryable<EditionRow> rows, CancellationToken cancellationToken)
    {
        var document = await rows.OrderByDescending(e => e.Week).Select(e => e.Document).FirstOrDefaultAsync(cancellationToken);
        return document is null ? null : StoredJson.Read<Edition>(document);
    }

    private static async Task SaveAsync(DigestDbContext context, Edition edition, CancellationToken cancellationToken)
    {
        var week = WeekNumber.Of(edition.Key.Week);
        var row = await context.Editions.FindAsync([edition.Key.Digest, week], cancellationToken);
        if (edition.Version != (row?.Version ?? 0) + 1)
            throw new ConcurrentChangeException($"Edition {edition.Key} was changed by somebody else first.");
        if (row is null)
            context.Editions.Add(NewRow(edition, week));
        else
            (row.State, row.Version, row.Document) = (edition.State, edition.Version, StoredJson.Write(edition));
        await PlaceTouchPointsAsync(context, edition, week, cancellationToken);
    }

    private static EditionRow NewRow(Edition edition, int week) => new()
    {
        Digest = edition.Key.Digest,
        Week = week,
        State = edition.State,
        Version = edition.Version,
        Document = StoredJson.Write(edition),
    };

    private static async Task PlaceTouchPointsAsync(DigestDbContext context, Edition edition, int week, CancellationToken cancellationToken)
    {
        var digest = edition.Key.Digest;
        await context.TouchPoints.Where(t => t.Digest == digest && t.Week == week).LoadAsync(cancellationToken);
        var kept = context.TouchPoints.Local.Where(t => t.Digest == digest && t.Week == week).ToDictionary(t => t.Id);
        var now = edition.TouchPoints.Concat(edition.RunnersUp).Select(point => point.Id).ToHashSet(StringComparer.Ordinal);
        context.TouchPoints.RemoveRange(kept.Values.Where(row => !now.Contains(row.Id)));
        context.TouchPoints.AddRange(now.Where(id => !kept.ContainsKey(id))
            .Select(id => new TouchPointRow { Id = id, Digest = digest, Week = week }));
    }
}
