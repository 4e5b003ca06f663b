using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Queues;

/// <summary>The writers' side of the outbox.</summary>
internal sealed class Outbox(StorageEngine engine, StagedChanges staged) : IOutbox
{
    // One statement, since an edition for a thousand channels is eleven thousand of them. States stand in it as numbers
    // (DeliveryState). What is being sent (1) stays with its lease (recording it finds the newer version and lets it wait again), and
    // what is in doubt (3) stays in doubt: to show something newer is no answer to whether the older one stands. What was sent (2) or
    // is dead (4) begins anew; what waits (0) keeps the earlier of both times, unless it was tried: then the platform's word counts.
    private const string RequestSql =
        """
        INSERT INTO deliveries AS d (key, purpose, digest, week, audience, part, platform, channel, version, text, thread_of, state,
            sent_version, attempts, postponed, not_before, sequence, lease)
        VALUES (@key, @purpose, @digest, @week, @audience, @part, @platform, @channel, 1, @text, @thread_of, 0, 0, 0, 0, @not_before, @sequence, 0)
        ON CONFLICT (key) DO UPDATE SET
            version = d.version + 1,
            text = excluded.text,
            platform = CASE WHEN d.posted_id IS NULL THEN excluded.platform ELSE d.platform END,
            channel = CASE WHEN d.posted_id IS NULL THEN excluded.channel ELSE d.channel END,
            thread_of = CASE WHEN d.posted_id IS NULL THEN excluded.thread_of ELSE d.thread_of END,
            not_before = CASE
                WHEN d.state IN (2, 4) THEN excluded.not_before
                WHEN d.state = 0 AND d.attempts = 0 AND d.postponed = 0 AND (excluded.not_before IS NULL OR excluded.not_before < d.not_before)
                    THEN excluded.not_before
                ELSE d.not_before END,
            attempts = CASE WHEN d.state IN (2, 4) THEN 0 ELSE d.attempts END,
            postponed = CASE WHEN d.state IN (2, 4) THEN 0 ELSE d.postponed END,
            failure = CASE WHEN d.state IN (2, 4) THEN NULL ELSE d.failure END,
            state = CASE WHEN d.state IN (2, 4) THEN 0 ELSE d.state END
        """;

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
        var sequence = await session.NextAsync("delivery", cancellationToken);
        await session.ExecuteAsync(RequestSql, cancellationToken, Values(delivery, sequence));
    }

    private static (string Name, object? Value)[] Values(Delivery delivery, long sequence) =>
    [
        ("@key", delivery.Key.ToString()),
        ("@purpose", (int)delivery.Key.Purpose),
        ("@digest", delivery.Key.Digest),
        ("@week", WeekNumber.Of(delivery.Key.Week)),
        ("@audience", delivery.Key.Audience),
        ("@part", delivery.Key.Part),
        ("@platform", delivery.Platform),
        ("@channel", delivery.Channel),
        ("@text", delivery.Text is null ? null : StoredJson.Write(delivery.Text)),
        ("@thread_of", delivery.ThreadOf),
        ("@not_before", delivery.NotBefore?.UtcTicks),
        ("@sequence", sequence),
    ];

    private async Task<Delivery?> FirstAsync(Func<IQueryable<DeliveryRow>, IQueryable<DeliveryRow>> which, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var row = await which(context.Deliveries).FirstOrDefaultAsync(cancellationToken);
        return row?.ToDelivery();
    }
}
