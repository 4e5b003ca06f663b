using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>
/// A curator has looked: the message of which nobody knew does not stand, so it is sent. Or what kept it from being sent is mended.
/// </summary>
internal sealed class ResendAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new(DoubtAlert.ResendVerb, "Send a message again that did not arrive.", $"{DoubtAlert.ResendVerb} {DoubtedDelivery.Example}", ActionTarget.None, WhoMay.Curator) { IsForButtons = true };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => DoubtedDelivery.SettleAsync(
        context,
        state => state is DeliveryState.InDoubt or DeliveryState.Dead,
        delivery => delivery with { State = DeliveryState.Waiting, Attempts = 0, Postponed = 0, NotBefore = null, Failure = null },
        "the message is not there; it is being sent.",
        cancellationToken);
}
