using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Queues;

/// <summary>The dispatcher's side of the outbox.</summary>
internal sealed class Deliveries(StorageEngine engine) : IDeliveries
{
    /// <inheritdoc />
    public Task<Delivery?> TakeAsync(DateTimeOffset now, TimeSpan leaseTime, CancellationToken cancellationToken) =>
        AloneAsync(session => TakeAsync(session, now.UtcTicks, leaseTime.Ticks, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<bool> RecordAsync(Delivery delivery, CancellationToken cancellationToken) =>
        AloneAsync(session => RecordAsync(session.Context, delivery, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var inLine = MayGo(context, now: 0); // only what has been tried or is due at once holds up others at every time
        var times = await context.Deliveries
            .Where(d => d.State == DeliveryState.Sending
                || (d.State == DeliveryState.Waiting
                    && (d.ThreadOf == null || context.Deliveries.Any(head => head.Key == d.ThreadOf && head.PostedId != null))
                    && !inLine.Any(earlier => earlier.Platform == d.Platform && earlier.Channel == d.Channel && earlier.Sequence < d.Sequence)))
            .Select(d => d.State == DeliveryState.Sending ? d.LeaseUntil : d.NotBefore)
            .ToListAsync(cancellationToken);
        return times.Count == 0 ? null : UtcTicks.ToInstant(times.Min(time => time ?? 0));
    }

    /// <inheritdoc />
    public Task<int> ReleaseAllAsync(CancellationToken cancellationToken) =>
        AloneAsync(
            session => session.Context.Deliveries.Where(d => d.State == DeliveryState.Sending).ExecuteUpdateAsync(
                row => row
                    .SetProperty(d => d.State, DeliveryState.Waiting)
                    .SetProperty(d => d.Attempts, d => d.Attempts + 1)
                    .SetProperty(d => d.Lease, 0)
                    .SetProperty(d => d.LeaseUntil, (long?)null)
                    .SetProperty(d => d.NotBefore, (long?)null),
                cancellationToken),
            cancellationToken);

    private static async Task<Delivery?> TakeAsync(WriteSession session, long now, long leaseTicks, CancellationToken cancellationToken)
    {
        var row = await Ready(session.Context, now).OrderBy(d => d.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
            return null;
        if (row.State == DeliveryState.Sending) // its holder died or hangs: the message may stand already
            row.Attempts++;
        row.State = DeliveryState.Sending;
        row.Lease = await session.NextAsync("lease", cancellationToken);
        row.LeaseUntil = now + leaseTicks;
        await session.Context.SaveChangesAsync(cancellationToken);
        return row.ToDelivery(await HeadAsync(session.Context, row.ThreadOf, cancellationToken));
    }

    private static async Task<PostedMessage?> HeadAsync(DigestDbContext context, string? threadOf, CancellationToken cancellationToken) =>
        threadOf is null ? null : (await context.Deliveries.FindAsync([threadOf], cancellationToken))?.Posted;

    private static IQueryable<DeliveryRow> Ready(DigestDbContext context, long now)
    {
        var mayGo = MayGo(context, now);
        return mayGo.AsTracking()
            .Where(d => (d.State == DeliveryState.Waiting && (d.NotBefore == null || d.NotBefore <= now))
                || (d.State == DeliveryState.Sending && d.LeaseUntil <= now))
            .Where(d => !mayGo.Any(earlier => earlier.Platform == d.Platform && earlier.Channel == d.Channel && earlier.Sequence < d.Sequence));
    }

    // What stands in its channel's line. Not in it, so that it holds up nobody: what is planned for later and was never tried, and what
    // waits for a thread whose head does not stand (an InDoubt first message must not block the next Monday).
    private static IQueryable<DeliveryRow> MayGo(DigestDbContext context, long now) =>
        context.Deliveries.Where(d => d.State == DeliveryState.Sending
            || (d.State == DeliveryState.Waiting
                && (d.NotBefore == null || d.NotBefore <= now || d.Attempts > 0 || d.Postponed > 0)
                && (d.ThreadOf == null || context.Deliveries.Any(head => head.Key == d.ThreadOf && head.PostedId != null))));

    private static async Task<bool> RecordAsync(DigestDbContext context, Delivery delivery, CancellationToken cancellationToken)
    {
        var row = await context.Deliveries.FindAsync([delivery.Key.ToString()], cancellationToken);
        if (row is null || row.Lease != delivery.Lease)
            return false;
        if (row.Lease == 0 && row.State is not (DeliveryState.InDoubt or DeliveryState.Dead))
            return false;
        Record(row, delivery);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static void Record(DeliveryRow row, Delivery delivery)
    {
        row.State = delivery.State == DeliveryState.Sent && delivery.SentVersion < row.Version ? DeliveryState.Waiting : delivery.State;
        row.Stands(delivery.Posted);
        (row.SentVersion, row.Attempts, row.Postponed) = (delivery.SentVersion, delivery.Attempts, delivery.Postponed);
        (row.NotBefore, row.Failure) = (delivery.NotBefore?.UtcTicks, delivery.Failure);
        (row.Lease, row.LeaseUntil) = (0, null);
    }

    private Task<T> AloneAsync<T>(Func<WriteSession, Task<T>> work, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            WriteLane.Normal,
            async session =>
            {
                await session.LockAsync(StoreLock.Deliveries, shared: false, cancellationToken);
                return await work(session);
            },
            cancellationToken);
}
