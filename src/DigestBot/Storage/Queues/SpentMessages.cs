using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Storage.Queues;

/// <summary>Deletes from the inbox and the outbox. States stand in the statements as numbers, as they are indexed.</summary>
internal sealed class SpentMessages(StorageEngine engine) : ISpentMessages
{
    private const string Requests =
        "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE state = 1 AND received_at < @before ORDER BY id LIMIT @most)";

    private const string Sent =
        "DELETE FROM deliveries WHERE key IN (SELECT key FROM deliveries WHERE state IN (2, 4) AND week < @before ORDER BY sequence LIMIT @most)";

    /// <inheritdoc />
    public Task<int> DeleteRequestsAsync(DateTimeOffset receivedBefore, int atMost, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            WriteLane.Normal,
            session => session.ExecuteAsync(Requests, cancellationToken, ("@before", receivedBefore.UtcTicks), ("@most", atMost)),
            cancellationToken);

    /// <inheritdoc />
    public Task<int> DeleteDeliveriesAsync(DigestWeek before, int atMost, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            WriteLane.Normal,
            async session =>
            {
                await session.LockAsync(StoreLock.Deliveries, shared: false, cancellationToken);
                return await session.ExecuteAsync(Sent, cancellationToken, ("@before", WeekNumber.Of(before)), ("@most", atMost));
            },
            cancellationToken);
}
