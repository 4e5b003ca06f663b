using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Puts a runner-up in the place of a touch point.</summary>
internal sealed class ReplaceAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("replace", "Put a runner-up in the place of a touch point.", "replace 9 with 12", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Replace..." };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Replace,
        (edition, operation) => operation with { Other = CurationByHand.OtherStory(context, edition, "with") },
        at => $"{context.By.Name} replaced {at.Named()}.",
        cancellationToken);
}
