namespace DigestBot.Core.Actions.Verbs;

/// <summary>Says that work on a follow-up has begun.</summary>
internal sealed class StartAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("start", "Say that you are on it.", "start 17", ActionTarget.FollowUp, WhoMay.Owner) { Aliases = ["begin"], Button = "I am on it" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: false, cancellationToken);
        if (followUp is null)
            return why!;
        return await context.StageAsync(
            followUp,
            followUp.Begin(context.By.Id, context.Now),
            begun => $"Follow-up {begun.Number} is in progress: {begun.Headline}",
            cancellationToken);
    }
}
