using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>A curator has looked: the message of which nobody knew stands.</summary>
internal sealed class StandsAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new(DoubtAlert.StandsVerb, "Say that a doubtful message arrived.", $"{DoubtAlert.StandsVerb} {DoubtedDelivery.Example}", ActionTarget.None, WhoMay.Curator) { IsForButtons = true };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => DoubtedDelivery.SettleAsync(
        context,
        state => state == DeliveryState.InDoubt,
        delivery => delivery with { State = DeliveryState.Sent, SentVersion = delivery.Version, Attempts = 0, Failure = null },
        "the message is there, and is not sent again.",
        cancellationToken);
}
