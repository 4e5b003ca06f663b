using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Makes a touch point part of another.</summary>
internal sealed class MergeAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("merge", "Make a touch point part of another one.", "merge 7 into 2", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Merge..." };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Merge,
        (edition, operation) => operation with { Other = CurationByHand.OtherStory(context, edition, "into") },
        at => $"{context.By.Name} merged {at.Named()}, into another.",
        cancellationToken);
}
