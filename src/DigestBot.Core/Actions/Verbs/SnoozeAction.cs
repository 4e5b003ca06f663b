namespace DigestBot.Core.Actions.Verbs;

/// <summary>Moves a follow-up's due date.</summary>
internal sealed class SnoozeAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("snooze", "Move a follow-up's due date.", "snooze 17 until next friday", ActionTarget.FollowUp, WhoMay.Owner)
        {
            Aliases = ["postpone", "due"],
            Button = "Snooze",
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: false, cancellationToken);
        if (followUp is null)
            return why!;
        var words = TakingWords.ReadDate(context.Arguments.Rest, context.Today);
        if (words.Due is not { } due)
            return Refuse.With(Refusal.NotUnderstood, words.Fault!);
        return await context.StageAsync(
            followUp,
            followUp.Snooze(due, context.By.Id, context.Now),
            moved => $"Follow-up {moved.Number} is moved{moved.DueWords()}: {moved.Headline}",
            cancellationToken);
    }
}
