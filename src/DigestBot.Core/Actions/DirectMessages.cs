using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Words to one person as deliveries.</summary>
public static class DirectMessages
{
    /// <summary>A message to a person; the same part in the same week is the same message.</summary>
    /// <param name="to">Who.</param>
    /// <param name="digest">The digest it is about.</param>
    /// <param name="now">Now, UTC; the week in the digest's zone is part of the key.</param>
    /// <param name="part">What tells it from others.</param>
    /// <param name="text">Plain words.</param>
    /// <param name="actions">Buttons, at most five.</param>
    public static Delivery To(
        Person to, Digest digest, DateTimeOffset now, string part, string text, IReadOnlyList<CardAction> actions) => new()
    {
        Key = new(DeliveryPurpose.Direct, digest.Name, DigestWeek.Of(now, digest.Zone), to.Id, part),
        Platform = to.Platform,
        Channel = to.Channel,
        Text = new TextContent(text, actions),
    };
}
