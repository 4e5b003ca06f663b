using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Asks the outbox to show what changed, on every audience, where the message stands or is on its way.</summary>
internal static class MessageUpdates
{
    /// <summary>Stages the requests: the edition's first message and the touch points' own; the draft for its curators.</summary>
    public static async Task StageAsync(ActionContext context, CancellationToken cancellationToken)
    {
        foreach (var key in Changed(context).Distinct())
        {
            // Never the first to ask for a message: what an audience was not sent yet is for the publisher to send.
            if (await context.Stores.Outbox.FindAsync(key, cancellationToken) is { } standing)
                context.Stores.Outbox.Request(standing);
        }
    }

    private static IEnumerable<DeliveryKey> Changed(ActionContext context)
    {
        foreach (var (edition, point) in context.Changed)
        {
            foreach (var audience in context.Digest.Audiences)
            {
                yield return Key(DeliveryPurpose.Edition, edition.Key, audience, 0);
                yield return Key(DeliveryPurpose.Edition, edition.Key, audience, point.Rank);
            }
        }
        if (context is { ChangedDraft: { } draft, Digest.Curators: { } curators })
            yield return Key(DeliveryPurpose.Draft, draft.Key, curators, 0);
    }

    private static DeliveryKey Key(DeliveryPurpose purpose, EditionKey edition, Audience audience, int part) =>
        new(purpose, edition.Digest, edition.Week, audience.Name, part.ToString(CultureInfo.InvariantCulture));
}
