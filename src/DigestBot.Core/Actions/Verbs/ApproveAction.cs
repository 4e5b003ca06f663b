using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Says yes to the draft; it goes out on schedule, as it would without.</summary>
internal sealed class ApproveAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("approve", "Say yes to the draft.", "approve", ActionTarget.None, WhoMay.Curator) { Button = "Approve" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        await context.WeekOrDraftAsync(cancellationToken) is { } draft
            ? context.Enter(draft.Approve(), $"{context.By.Name} approved the edition of week {draft.Key.Week}.")
            : CurationByHand.NoDraft(context);
}
