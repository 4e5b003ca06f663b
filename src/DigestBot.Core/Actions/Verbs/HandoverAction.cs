using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Gives one's follow-up to somebody else, with note and date; who asked for it stays the same.</summary>
internal sealed class HandoverAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("handover", "Give a follow-up to somebody else.", "handover 17 @jane", ActionTarget.FollowUp, WhoMay.Owner)
        {
            Aliases = ["hand-over", "reassign"],
            Button = "Hand over",
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: false, cancellationToken);
        if (followUp is null)
            return why!;
        context.Arguments.TryTake("to");
        var handle = context.Arguments.TakeWord();
        if (await context.NamedAsync(handle, cancellationToken) is not { } owner)
            return Refuse.NoSuchPerson(handle);
        var words = TakingWords.Read(context.Arguments.Rest, context.Today);
        if (words.Fault is { } fault)
            return Refuse.With(Refusal.NotUnderstood, fault);
        var step = followUp.HandOver(owner.Id, context.By.Id, context.Now);
        if (step is FollowUpStep.Changed { FollowUp: var handed })
        {
            handed = handed with { Due = words.Due ?? handed.Due, Note = FollowUp.Cut(words.All) ?? handed.Note };
            step = new FollowUpStep.Changed(handed);
            context.TellOwner(owner, handed);
        }
        return await context.StageAsync(followUp, step, given => $"{owner.Name} has follow-up {given.Number} now: {given.Headline}", cancellationToken);
    }
}
