using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Moves a touch point to another place.</summary>
internal sealed class ReorderAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("reorder", "Move a touch point to another place.", "reorder 5 to 1", ActionTarget.TouchPoint, WhoMay.Curator) { Aliases = ["move"], Button = "Move..." };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Reorder,
        (_, operation) => operation with { Rank = NewRank(context) },
        at => $"{context.By.Name} moved {at.Named()}.",
        cancellationToken);

    private static int? NewRank(ActionContext context)
    {
        context.Arguments.TryTake("to");
        return context.Arguments.TryTakeNumber(out var rank) ? rank : null;
    }
}
