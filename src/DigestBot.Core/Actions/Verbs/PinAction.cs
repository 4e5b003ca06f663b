using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Keeps a touch point in; a runner-up moves into the ten.</summary>
internal sealed class PinAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("pin", "Keep a touch point in the draft, whatever the weekend brings.", "pin 12", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Pin" };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Pin,
        (_, operation) => operation,
        at => $"{context.By.Name} pinned {at.Named()}.",
        cancellationToken);
}
