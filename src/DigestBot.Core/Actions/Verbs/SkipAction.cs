using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Decides that a week has no edition, with the reason.</summary>
internal sealed class SkipAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("skip", "Let a week go without an edition.", "skip 2026-W52 because of the holidays", ActionTarget.None, WhoMay.Curator) { Button = "Skip this week" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.WeekOrDraftAsync(cancellationToken) is not { } draft)
            return CurationByHand.NoDraft(context);
        context.Arguments.TryTake("because");
        var because = context.Arguments.TakeRest();
        var why = because is null ? "" : $" Because: {because}";
        return context.Enter(draft.Skip(because), $"{context.By.Name} skipped week {draft.Key.Week}: nothing will be published.{why}");
    }
}
