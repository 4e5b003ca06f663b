namespace DigestBot.Core.Platforms;

/// <summary>All deliveries to one channel; they go out one at a time, in the order of their first request.</summary>
/// <param name="Platform">Name of the platform.</param>
/// <param name="Channel">The platform's id of the channel or person.</param>
public readonly record struct ChannelLine(string Platform, string Channel);

/// <summary>A line in which something is to be sent.</summary>
/// <param name="Line">The line.</param>
/// <param name="At">When the next one may be ready, UTC; long past for at once.</param>
public sealed record DueLine(ChannelLine Line, DateTimeOffset At);

/// <summary>What was found in the lines that were asked for.</summary>
/// <param name="Deliveries">At most one of each line, now held by the taker.</param>
/// <param name="Later">Lines of which nothing is ready yet but will be. A line in neither has nothing to send.</param>
public sealed record Taken(IReadOnlyList<Delivery> Deliveries, IReadOnlyList<DueLine> Later);

/// <summary>The dispatcher's side of the outbox; every call is its own durable transaction.</summary>
public interface IDeliveries
{
    /// <summary>All lines in which something is to be sent, the longest waiting first.</summary>
    Task<IReadOnlyList<DueLine>> DueAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The next delivery of each of these lines that may go out now (waiting, its time come, its thread's head standing, no earlier
    /// one of its line waiting or sending), marked <see cref="DeliveryState.Sending"/> under a new lease.
    /// A delivery left in Sending by a lease older than <paramref name="leaseTime"/> is handed out again: with
    /// <see cref="Delivery.Attempts"/> raised, so that the taker looks before it sends.
    /// </summary>
    Task<Taken> TakeAsync(IReadOnlyCollection<ChannelLine> lines, DateTimeOffset now, TimeSpan leaseTime, CancellationToken cancellationToken);

    /// <summary>
    /// Records how each ended, when its lease still holds; false when somebody else has it by now. Sent in a version that is no
    /// longer the newest, it waits again. A delivery without lease can be recorded only while it is InDoubt or Dead: a person decides.
    /// </summary>
    /// <param name="ended">With new state, posted message, sent version, failure and time.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    Task<IReadOnlyList<bool>> RecordAsync(IReadOnlyList<Delivery> ended, CancellationToken cancellationToken);

    /// <summary>
    /// Tells where a delivery's message stands of which nobody knew the id, because a curator had said only that it is there; it then
    /// waits to be brought up to date in its place. False when nothing is missing, or when another delivery stands there.
    /// </summary>
    Task<bool> AdoptAsync(DeliveryKey key, PostedMessage posted, CancellationToken cancellationToken);

    /// <summary>
    /// Gives up all leases at start of the only process (SQLite), so that nothing waits for a dead one. What was being sent is
    /// handed out again like under an overdue lease: with <see cref="Delivery.Attempts"/> raised.
    /// </summary>
    Task<int> ReleaseAllAsync(CancellationToken cancellationToken);
}

/// <summary>One at a time.</summary>
public static class SingleDeliveries
{
    /// <summary>Records how one ended; see <see cref="IDeliveries.RecordAsync"/>.</summary>
    public static async Task<bool> RecordAsync(this IDeliveries deliveries, Delivery ended, CancellationToken cancellationToken) =>
        (await deliveries.RecordAsync([ended], cancellationToken))[0];
}
