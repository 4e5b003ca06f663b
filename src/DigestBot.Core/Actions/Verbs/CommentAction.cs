using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Puts a curator's comment under a touch point.</summary>
internal sealed class CommentAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("comment", "Put a comment under a touch point.", "comment 3 Finance has a plan; ask for the date", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Comment..." };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Comment,
        (_, operation) => operation with { Text = context.Arguments.TakeRest() },
        at => $"{context.By.Name} commented on {at.Named()}.",
        cancellationToken);
}
