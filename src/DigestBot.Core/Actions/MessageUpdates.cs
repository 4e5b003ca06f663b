using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Asks the outbox to show what changed, on every audience, where the message stands or is on its way.</summary>
internal static class MessageUpdates
{
    /// <summary>Changes of a standing message within this time are shown together; what was not sent yet is not held up by it.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Stages the requests: the edition's first message, the touch points' own and shared ones; the draft for its curators.</summary>
    public static async Task StageAsync(ActionContext context, CancellationToken cancellationToken)
    {
        foreach (var delivery in Changed(context).DistinctBy(delivery => delivery.Key))
        {
            // Never the first to ask for a message: what an audience was not sent yet is for the publisher to send.
            if (await context.Stores.Outbox.FindAsync(delivery.Key, cancellationToken) is not null)
                context.Stores.Outbox.Request(delivery with { NotBefore = context.Now + Settling });
        }
        foreach (var (edition, point) in context.Changed.DistinctBy(placed => placed.Point.Id))
        {
            foreach (var shared in await context.Stores.Outbox.SharesAsync(edition.Key, point.Id, cancellationToken))
                context.Stores.Outbox.Request(shared with { NotBefore = context.Now + Settling });
        }
    }

    private static IEnumerable<Delivery> Changed(ActionContext context)
    {
        foreach (var (edition, point) in context.Changed)
        {
            foreach (var delivery in EditionDeliveries.Showing(context.Digest, edition, point.Rank))
                yield return delivery;
        }
        if (context.ChangedDraft is { } draft && EditionDeliveries.Draft(context.Digest, draft) is { } shown)
            yield return shown;
    }
}
