using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Takes a touch point out.</summary>
internal sealed class DropAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("drop", "Take a touch point out of the draft; the first runner-up moves up.", "drop 9", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Drop" };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Drop,
        (_, operation) => operation,
        at => $"{context.By.Name} dropped {at.Named()}.",
        cancellationToken);
}
