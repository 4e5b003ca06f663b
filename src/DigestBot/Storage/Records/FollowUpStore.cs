using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Follow-ups, as documents.</summary>
internal sealed class FollowUpStore(StorageEngine engine, StagedChanges staged) : IFollowUpStore
{
    /// <inheritdoc />
    public async Task<FollowUp?> FindAsync(int number, CancellationToken cancellationToken) =>
        await ReadAsync(rows => rows.Where(f => f.Number == number), cancellationToken) is [var found] ? found : null;

    /// <inheritdoc />
    public Task<IReadOnlyList<FollowUp>> OfEditionAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        var week = WeekNumber.Of(edition.Week);
        return ReadAsync(rows => rows.Where(f => f.Digest == edition.Digest && f.Week == week), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<FollowUp>> OpenOfAsync(string owner, CancellationToken cancellationToken) =>
        ByDue(await ReadAsync(rows => Open(rows).Where(f => f.Owner == owner), cancellationToken));

    /// <inheritdoc />
    public async Task<IReadOnlyList<FollowUp>> OpenAsync(string digest, CancellationToken cancellationToken) =>
        ByDue(await ReadAsync(rows => Open(rows).Where(f => f.Digest == digest), cancellationToken));

    /// <inheritdoc />
    public Task<IReadOnlyList<FollowUp>> SinceAsync(string digest, DateTimeOffset closedSince, CancellationToken cancellationToken)
    {
        var since = closedSince.UtcTicks;
        return ReadAsync(
            rows => rows.Where(f => f.Digest == digest
                && (f.State == FollowUpState.Open || f.State == FollowUpState.InProgress || f.ClosedAt >= since)),
            cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>A number whose commit never comes is not given again: two people must never mean two things by "17".</remarks>
    public async Task<FollowUp> AddAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        var number = await engine.WriteAsync(WriteLane.Normal, session => session.NextAsync("follow-up", cancellationToken), cancellationToken);
        var numbered = followUp with { Number = checked((int)number) };
        staged.Stage((session, _) =>
        {
            session.Context.FollowUps.Add(NewRow(numbered));
            return Task.CompletedTask;
        });
        return numbered;
    }

    /// <inheritdoc />
    public void Save(FollowUp followUp) => staged.Stage((session, cancellationToken) => SaveAsync(session.Context, followUp, cancellationToken));

    private static async Task SaveAsync(DigestDbContext context, FollowUp followUp, CancellationToken cancellationToken)
    {
        var row = await context.FollowUps.FindAsync([followUp.Number], cancellationToken);
        if (followUp.Version != row?.Version + 1)
            throw new ConcurrentChangeException($"Follow-up {followUp.Number} was changed by somebody else first.");
        (row!.Owner, row.State, row.ClosedAt) = (followUp.Owner, followUp.State, followUp.ClosedAt?.UtcTicks);
        (row.Version, row.Document) = (followUp.Version, StoredJson.Write(followUp));
    }

    private static FollowUpRow NewRow(FollowUp followUp) => new()
    {
        Number = followUp.Number,
        Digest = followUp.Edition.Digest,
        Week = WeekNumber.Of(followUp.Edition.Week),
        Owner = followUp.Owner,
        State = followUp.State,
        ClosedAt = followUp.ClosedAt?.UtcTicks,
        Version = followUp.Version,
        Document = StoredJson.Write(followUp),
    };

    private static IQueryable<FollowUpRow> Open(IQueryable<FollowUpRow> rows) =>
        rows.Where(f => f.State == FollowUpState.Open || f.State == FollowUpState.InProgress);

    private static IReadOnlyList<FollowUp> ByDue(IReadOnlyList<FollowUp> followUps) =>
        [.. followUps.OrderBy(f => f.Due ?? DateOnly.MaxValue).ThenBy(f => f.Number)];

    private async Task<IReadOnlyList<FollowUp>> ReadAsync(
        Func<IQueryable<FollowUpRow>, IQueryable<FollowUpRow>> which, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var documents = await which(context.FollowUps).OrderBy(f => f.Number).Select(f => f.Document).ToListAsync(cancellationToken);
        return [.. documents.Select(StoredJson.Read<FollowUp>)];
    }
}
