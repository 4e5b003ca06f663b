using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Queues;

/// <summary>Requests from outside, kept before they are acknowledged.</summary>
internal sealed class Inbox(StorageEngine engine, StagedChanges staged) : IInbox
{
    private const string Insert =
        """
        INSERT INTO inbox (platform, event_id, payload, received_at, attempts, state) VALUES (@platform, @event, @payload, @received, 0, 0)
        ON CONFLICT (platform, event_id) DO NOTHING
        """;

    /// <inheritdoc />
    public async Task<bool> AddAsync(InboxItem item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var added = await engine.ExecuteAsync(
            WriteLane.Inbox,
            Insert,
            ("@platform", item.Platform),
            ("@event", item.EventId),
            ("@payload", item.Payload),
            ("@received", item.ReceivedAt.UtcTicks));
        return added == 1;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<InboxItem>> PendingAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Inbox.Where(i => i.State == InboxState.Pending).OrderBy(i => i.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new InboxItem(row.Platform, row.EventId, row.Payload, UtcTicks.ToInstant(row.ReceivedAt)) { Attempts = row.Attempts })];
    }

    /// <inheritdoc />
    /// <remarks>The commit throws <see cref="ConcurrentChangeException"/> when somebody has handled the item meanwhile.</remarks>
    public void StageDone(InboxItem item) => staged.Stage(async (session, cancellationToken) =>
    {
        var done = await Pending(session.Context, item).ExecuteUpdateAsync(
            row => row.SetProperty(i => i.State, InboxState.Done).SetProperty(i => i.Payload, string.Empty), cancellationToken);
        if (done != 1)
            throw new ConcurrentChangeException($"An item of the {item.Platform} inbox was handled by somebody else first.");
    });

    /// <inheritdoc />
    public Task FailedAsync(InboxItem item, string reason, int giveUpAfter, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            WriteLane.Normal,
            session => Pending(session.Context, item).ExecuteUpdateAsync(
                row => row
                    .SetProperty(i => i.Attempts, i => i.Attempts + 1)
                    .SetProperty(i => i.State, i => i.Attempts + 1 >= giveUpAfter ? InboxState.Dead : InboxState.Pending)
                    .SetProperty(i => i.Failure, reason),
                cancellationToken),
            cancellationToken);

    /// <inheritdoc />
    public async Task<int> DeadCountAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await context.Inbox.CountAsync(i => i.State == InboxState.Dead, cancellationToken);
    }

    private static IQueryable<InboxRow> Pending(DigestDbContext context, InboxItem item) =>
        context.Inbox.Where(i => i.Platform == item.Platform && i.EventId == item.EventId && i.State == InboxState.Pending);
}
