using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Makes a message of a delivery's intent, from the newest state (decisions.md 9). One is used for deliveries that were taken
/// together, and after that only: it reads each edition once, however many channels and touch points it goes to.
/// </summary>
public sealed class DeliveryRenderer(EditionCards cards)
{
    private readonly ConcurrentDictionary<EditionKey, Lazy<Task<EditionCard?>>> _read = [];

    /// <summary>
    /// The message, or null when there is nothing left to show: the edition or the touch point is gone. Where nobody knows under
    /// which id the head of its thread stands, it goes into the channel itself.
    /// </summary>
    public async Task<OutgoingMessage?> RenderAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var content = delivery.Text ?? await ContentAsync(delivery.Key, cancellationToken);
        return content is null ? null : new(delivery.Key, delivery.Channel, content, delivery.Thread);
    }

    private async Task<MessageContent?> ContentAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        if (await CardAsync(new(key.Digest, key.Week), cancellationToken) is not { } card)
            return null;
        if (key.Purpose == DeliveryPurpose.Draft)
            return new DraftContent(card);
        if (key.Purpose == DeliveryPurpose.Share)
            return Shared(card, key.Part);
        return int.TryParse(key.Part, CultureInfo.InvariantCulture, out var part) ? Part(card, part) : null;
    }

    private Task<EditionCard?> CardAsync(EditionKey key, CancellationToken cancellationToken) =>
        _read.GetOrAdd(key, edition => new(() => cards.FindAsync(edition, cancellationToken))).Value;

    private static MessageContent? Part(EditionCard card, int part)
    {
        if (part == 0)
            return new EditionContent(card);
        return part <= card.Edition.TouchPoints.Count ? new TouchPointContent(card, part) : null;
    }

    // A share names the touch point, not the rank: what was shared stays what it was.
    private static TouchPointContent? Shared(EditionCard card, string touchPointId) =>
        card.Edition.TouchPoints.FirstOrDefault(point => touchPointId == point.Id) is { } point ? new(card, point.Rank) : null;
}
