using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Taking back and changing follow-ups, the same for every verb.</summary>
internal static class TakingBack
{
    /// <summary>Withdraws a follow-up that nothing was built on; the owner is told when it was given to somebody.</summary>
    public static async Task<ActionReply> WithdrawAsync(
        this ActionContext context, PlacedPoint at, FollowUp followUp, CancellationToken cancellationToken)
    {
        var step = followUp.Withdraw(context.By.Id, context.Now);
        if (step is FollowUpStep.Changed && await context.Stores.People.FindAsync(followUp.Owner, cancellationToken) is { } owner)
            context.Tell(owner, $"follow-up {followUp.Number} withdrawn", $"{context.By.Name} took follow-up {followUp.Number} back: {followUp.Headline}. You owe nothing.");
        return await context.StageAsync(followUp, step, _ => $"Taken back: {at.Named()} is free again.", cancellationToken);
    }

    /// <summary>Stages a change of a follow-up and says it, or says why not.</summary>
    public static async Task<ActionReply> StageAsync(
        this ActionContext context, FollowUp before, FollowUpStep step, Func<FollowUp, string> said, CancellationToken cancellationToken)
    {
        if (step is not FollowUpStep.Changed { FollowUp: var changed })
            return Refuse.Step(before, ((FollowUpStep.Refused)step).Why);
        await context.SaveAsync(changed, cancellationToken);
        return new ActionReply.Done(said(changed)) { ForEveryone = true };
    }

    /// <summary>Who asked for a follow-up, when that is somebody else than its owner and still known.</summary>
    public static async Task<Person?> AskerAsync(this ActionContext context, FollowUp followUp, CancellationToken cancellationToken) =>
        followUp.AskedBy == followUp.Owner ? null : await context.Stores.People.FindAsync(followUp.AskedBy, cancellationToken);
}
