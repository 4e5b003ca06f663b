using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Thanks, one a person and touch point.</summary>
internal sealed class KudosStore(StorageEngine engine, StagedChanges staged) : IKudosStore
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Kudos>> OfEditionAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        var week = WeekNumber.Of(edition.Week);
        await using var context = engine.Read();
        var rows = await context.Kudos.Where(k => k.Digest == edition.Digest && k.Week == week)
            .OrderBy(k => k.GivenAt).ThenBy(k => k.TouchPointId).ThenBy(k => k.Person).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Kudos(edition, row.TouchPointId, row.Person, UtcTicks.ToInstant(row.GivenAt)))];
    }

    /// <inheritdoc />
    public void Add(Kudos kudos) => staged.Stage(async (session, cancellationToken) =>
    {
        if (await session.Context.Kudos.FindAsync([kudos.TouchPointId, kudos.By], cancellationToken) is null)
            session.Context.Kudos.Add(NewRow(kudos));
    });

    /// <inheritdoc />
    public void Remove(string touchPointId, string by) => staged.Stage(async (session, cancellationToken) =>
    {
        if (await session.Context.Kudos.FindAsync([touchPointId, by], cancellationToken) is { } row)
            session.Context.Kudos.Remove(row);
    });

    private static KudosRow NewRow(Kudos kudos) => new()
    {
        TouchPointId = kudos.TouchPointId,
        Person = kudos.By,
        Digest = kudos.Edition.Digest,
        Week = WeekNumber.Of(kudos.Edition.Week),
        GivenAt = kudos.At.UtcTicks,
    };
}
