using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Decides that a week has no edition.</summary>
internal sealed class SkipAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("skip", "Let a week go without an edition.", "skip 2026-W52", ActionTarget.None, WhoMay.Curator) { Button = "Skip this week" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        await context.WeekOrDraftAsync(cancellationToken) is { } draft
            ? context.Enter(draft.Skip(), $"{context.By.Name} skipped week {draft.Key.Week}: nothing will be published.")
            : CurationByHand.NoDraft(context);
}
