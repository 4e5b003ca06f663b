using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Opens a done or declined follow-up again.</summary>
internal sealed class ReopenAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("reopen", "Open a closed follow-up again.", "reopen 17", ActionTarget.FollowUp, WhoMay.Owner) { Button = "Reopen" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: true, cancellationToken);
        if (followUp is null)
            return why!;
        var step = followUp.Reopen(context.By.Id, context.Now);
        if (step is FollowUpStep.Changed { FollowUp: var open } && await context.Stores.People.FindAsync(open.Owner, cancellationToken) is { } owner)
            context.TellOwner(owner, open);
        return await context.StageAsync(followUp, step, opened => $"Follow-up {opened.Number} is open again: {opened.Headline}", cancellationToken);
    }
}
