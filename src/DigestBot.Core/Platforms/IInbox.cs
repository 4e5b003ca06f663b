namespace DigestBot.Core.Platforms;

/// <summary>One verified request from outside, kept before it is acknowledged; the work follows.</summary>
/// <param name="Platform">Name of the platform (or <c>page</c>, <c>cli</c>).</param>
/// <param name="EventId">The platform's own id of the event; with the platform unique. A repeat has no second effect.</param>
/// <param name="Payload">What came, as the edge needs it; private.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record InboxItem(string Platform, string EventId, string Payload, DateTimeOffset ReceivedAt)
{
    /// <summary>How often handling it was tried in vain.</summary>
    public int Attempts { get; init; }
}

/// <summary>The inbox: never lost in, never twice. Every call is its own durable transaction, first in the writer's queue.</summary>
public interface IInbox
{
    /// <summary>Keeps the item, durable when the task ends; false when its event id is known already.</summary>
    Task<bool> AddAsync(InboxItem item, CancellationToken cancellationToken);

    /// <summary>Items not done yet, oldest first.</summary>
    Task<IReadOnlyList<InboxItem>> PendingAsync(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stages "done" for the unit of work's commit, so that the effect and the mark are one transaction: after a crash the item
    /// is handled again or was handled, never both.
    /// </summary>
    void StageDone(InboxItem item);

    /// <summary>Notes a failed try; after <paramref name="giveUpAfter"/> tries the item is set aside as dead for <c>doctor</c>.</summary>
    Task FailedAsync(InboxItem item, string reason, int giveUpAfter, CancellationToken cancellationToken);

    /// <summary>How many items are set aside.</summary>
    Task<int> DeadCountAsync(CancellationToken cancellationToken);
}
