using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms;

/// <summary>Asks the curators, once, about a delivery of which nobody can tell whether it stands.</summary>
public sealed class DoubtAlert(IOutbox outbox, IUnitOfWork work, Digests digests, OutboxSignal bell)
{
    /// <summary>Verb by which a curator says that the message stands.</summary>
    public const string StandsVerb = "stands";

    /// <summary>Verb by which a curator has it sent again.</summary>
    public const string ResendVerb = "resend";

    /// <summary>Requests the question; does nothing when it was asked before or when there is nobody to ask.</summary>
    public async Task RaiseAsync(Delivery doubted, CancellationToken cancellationToken)
    {
        // An alert about an alert would go the same uncertain way.
        if (doubted.Key.Purpose == DeliveryPurpose.Alert || digests.Named(doubted.Key.Digest)?.Curators is not { } curators)
            return;
        var key = doubted.Key with { Purpose = DeliveryPurpose.Alert, Audience = curators.Name, Part = doubted.Key.ToString() };
        if (await outbox.FindAsync(key, cancellationToken) is not null)
            return;
        outbox.Request(new() { Key = key, Platform = curators.Platform, Channel = curators.Channel, Text = Question(doubted) });
        await work.CommitAsync(cancellationToken);
        bell.Ring();
    }

    private static TextContent Question(Delivery doubted) => new(
        $"It is not known whether {Name(doubted.Key)} reached {doubted.Key.Audience} on {doubted.Platform}. "
        + "Please look there and say so; until then it is not sent again.",
        [
            new(StandsVerb, "It is there", doubted.Key.ToString(), IsPrimary: true),
            new(ResendVerb, "It is not: send it", doubted.Key.ToString()),
        ]);

    private static string Name(DeliveryKey key) => (key.Purpose, key.Part) switch
    {
        (DeliveryPurpose.Edition, "0") => $"the edition of {key.Week}",
        (DeliveryPurpose.Edition, _) => $"number {key.Part} of {key.Week}",
        (DeliveryPurpose.Draft, _) => $"the draft of {key.Week}",
        _ => "a message",
    };
}
