using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Takes a published touch point back on every audience; its place stays.</summary>
internal sealed class RetractAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("retract", "Take a published touch point back, everywhere it stands.", "retract 6", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Take back" };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        context.AmendAsync(CurationVerb.Retract, at => $"{context.By.Name} took number {at.Point.Rank} back.", cancellationToken);
}
