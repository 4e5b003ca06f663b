using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Queues;

/// <summary>The writers' side of the outbox.</summary>
internal sealed class Outbox(StorageEngine engine, StagedChanges staged) : IOutbox
{
    /// <inheritdoc />
    public void Request(Delivery delivery) => staged.Stage((session, cancellationToken) => RequestAsync(session, delivery, cancellationToken));

    /// <inheritdoc />
    public Task<Delivery?> FindAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        var stored = key.ToString();
        return FirstAsync(rows => rows.Where(d => d.Key == stored), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Delivery?> FindAsync(PostedMessage posted, CancellationToken cancellationToken) =>
        FirstAsync(
            rows => rows.Where(d => d.PostedId == posted.Id && d.PostedChannel == posted.Channel && d.PostedPlatform == posted.Platform),
            cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Delivery>> SharesAsync(EditionKey edition, string touchPointId, CancellationToken cancellationToken)
    {
        var week = WeekNumber.Of(edition.Week);
        await using var context = engine.Read();
        var rows = await context.Deliveries
            .Where(d => d.Purpose == DeliveryPurpose.Share && d.Digest == edition.Digest && d.Week == week && d.Part == touchPointId)
            .OrderBy(d => d.Sequence).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToDelivery())];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Delivery>> InStateAsync(DeliveryState state, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Deliveries.Where(d => d.State == state).OrderBy(d => d.Sequence).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToDelivery())];
    }

    private static async Task RequestAsync(WriteSession session, Delivery delivery, CancellationToken cancellationToken)
    {
        await session.LockAsync(StoreLock.Deliveries, shared: false, cancellationToken);
        var row = await session.Context.Deliveries.FindAsync([delivery.Key.ToString()], cancellationToken);
        if (row is null)
            session.Context.Deliveries.Add(DeliveryRow.Of(delivery, await session.NextAsync("delivery", cancellationToken)));
        else
            Renew(row, delivery);
    }

    // What is being sent stays with its lease (recording it finds the newer version and lets it wait again), and what is in doubt
    // stays in doubt: to show something newer is no answer to whether the older one stands.
    private static void Renew(DeliveryRow row, Delivery delivery)
    {
        row.Version++;
        row.Text = DeliveryRow.TextOf(delivery);
        if (row.Posted is null)
            (row.Platform, row.Channel, row.ThreadOf) = (delivery.Platform, delivery.Channel, delivery.ThreadOf);
        var asked = delivery.NotBefore?.UtcTicks;
        if (row is { State: DeliveryState.Waiting, Attempts: 0, Postponed: 0 })
            row.NotBefore = Math.Min(row.NotBefore ?? 0, asked ?? 0) is > 0 and var earlier ? earlier : null;
        if (row.State is DeliveryState.Sent or DeliveryState.Dead)
            (row.State, row.Attempts, row.Postponed, row.Failure, row.NotBefore) = (DeliveryState.Waiting, 0, 0, null, asked);
    }

    private async Task<Delivery?> FirstAsync(Func<IQueryable<DeliveryRow>, IQueryable<DeliveryRow>> which, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var row = await which(context.Deliveries).FirstOrDefaultAsync(cancellationToken);
        return row?.ToDelivery();
    }
}
