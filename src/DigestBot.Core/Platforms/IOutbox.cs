using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>To be sent (or changed in place) when its turn comes.</summary>
    Waiting = 0,

    /// <summary>Handed to the platform; the answer is not recorded yet. After a crash: look before sending again.</summary>
    Sending = 1,

    /// <summary>Stands on the platform in its newest version.</summary>
    Sent = 2,

    /// <summary>Nobody can tell whether it stands; a curator decides.</summary>
    InDoubt = 3,

    /// <summary>Cannot be sent; the admin and <c>doctor</c> see it.</summary>
    Dead = 4,
}

/// <summary>
/// One delivery in the outbox. It holds the intent; what is shown is rendered from the newest state when it is sent
/// (decisions.md 9), so a newer version replaces a waiting older one.
/// </summary>
public sealed record Delivery
{
    /// <summary>The delivery.</summary>
    public required DeliveryKey Key { get; init; }

    /// <summary>Name of the platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's id of the channel or person.</summary>
    public required string Channel { get; init; }

    /// <summary>The line it stands in.</summary>
    public ChannelLine Line => new(Platform, Channel);

    /// <summary>Goes up with every request to show something newer.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Text of a <see cref="TextContent"/>; null where the content follows from the key (edition, touch point, draft).</summary>
    public TextContent? Text { get; init; }

    /// <summary>The key of the delivery whose thread it stands in, or null. It waits until that one is sent.</summary>
    public string? ThreadOf { get; init; }

    /// <summary>Where the head of its thread stands; told by <see cref="IDeliveries.TakeAsync"/> and nowhere else, null without a thread.</summary>
    public PostedMessage? Thread { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; init; }

    /// <summary>The message, once it is known to stand.</summary>
    public PostedMessage? Posted { get; init; }

    /// <summary>Version that stands on the platform; 0 before the first.</summary>
    public int SentVersion { get; init; }

    /// <summary>
    /// How many tries ended without an answer (a time-out, a killed process); above 0 the message may stand already, so it is
    /// looked for before it is sent again. A clear "not now" does not count here but in <see cref="Postponed"/>.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>How often in a row the platform said "not now"; the back-off grows with it.</summary>
    public int Postponed { get; init; }

    /// <summary>Not before, UTC; null at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Last failure, for people.</summary>
    public string? Failure { get; init; }

    /// <summary>Order of its first request; deliveries of a channel go out in this order.</summary>
    public long Sequence { get; init; }

    /// <summary>Who holds it (fencing token of the lease) while <see cref="DeliveryState.Sending"/>; 0 otherwise.</summary>
    public long Lease { get; init; }
}

/// <summary>The outbox: what is to be said, kept in the same transaction as what it is about.</summary>
public interface IOutbox
{
    /// <summary>
    /// Stages a delivery for the unit of work's commit. When its key is known already, its version goes up by one and it
    /// waits again: what stands is changed in place, what waits is replaced. What waits keeps the earlier of both times, so that
    /// many requests in a row are one change and none of them puts it off.
    /// </summary>
    void Request(Delivery delivery);

    /// <summary>The delivery, or null.</summary>
    Task<Delivery?> FindAsync(DeliveryKey key, CancellationToken cancellationToken);

    /// <summary>The delivery whose message this is, or null: what a reaction or a reply means.</summary>
    Task<Delivery?> FindAsync(PostedMessage posted, CancellationToken cancellationToken);

    /// <summary>What was shared of a touch point, to whatever channel, by sequence.</summary>
    Task<IReadOnlyList<Delivery>> SharesAsync(EditionKey edition, string touchPointId, CancellationToken cancellationToken);

    /// <summary>Deliveries in a state, by sequence.</summary>
    Task<IReadOnlyList<Delivery>> InStateAsync(DeliveryState state, int limit, CancellationToken cancellationToken);
}
