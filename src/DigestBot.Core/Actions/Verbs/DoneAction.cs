using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Closes a follow-up with what came of it.</summary>
internal sealed class DoneAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("done", "Close a follow-up with what came of it.", "done 17 shipped in 4.2", ActionTarget.FollowUp, WhoMay.Owner)
        {
            Aliases = ["close", "finished"],
            Button = "Done",
            Reactions = [new("✅")],
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: true, cancellationToken);
        if (followUp is null)
            return why!;
        var step = followUp.Done(context.By.Id, context.Arguments.TakeRest(), context.Now);
        if (step is FollowUpStep.Changed { FollowUp: var done } && await context.AskerAsync(done, cancellationToken) is { } asker)
            context.Tell(asker, $"follow-up {done.Number}.{done.Version}", $"What you asked for is done. {Said(done)}");
        return await context.StageAsync(followUp, step, Said, cancellationToken);
    }

    /// <summary>Opens it again, while it was the last thing that happened and no edition has told it.</summary>
    public async Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: true, cancellationToken);
        if (followUp is null)
            return why!;
        if (!followUp.WasClosedBy(context.By.Id))
            return Refuse.Step(followUp, FollowUpRefusal.BuiltUpon);
        var latest = await context.Stores.Editions.LatestPublishedAsync(context.Digest.Name, cancellationToken);
        return latest?.PublishedAt > followUp.ClosedAt
            ? Refuse.With(Refusal.BuiltUpon, $"Follow-up {followUp.Number} was told as done in an edition. Say 'reopen {followUp.Number}' to open it again.")
            : await context.StageAsync(followUp, followUp.Reopen(context.By.Id, context.Now), opened => $"Follow-up {opened.Number} is open again: {opened.Headline}", cancellationToken);
    }

    private static string Said(FollowUp done) => done.Outcome is { } outcome
        ? $"Follow-up {done.Number} is done: {done.Headline}. What came of it: {outcome}"
        : $"Follow-up {done.Number} is done: {done.Headline}. What came of it? Say: done {done.Number} and the outcome.";
}
