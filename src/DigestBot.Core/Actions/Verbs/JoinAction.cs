namespace DigestBot.Core.Actions.Verbs;

/// <summary>Adds a person as help on somebody's follow-up: what the second of two claims is offered.</summary>
internal sealed class JoinAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("join", "Be added as help on somebody's follow-up.", "join 17", ActionTarget.FollowUp) { Aliases = ["help-on"], Button = "Add me" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (!context.Arguments.TryTakeNumber(out var number))
            return Refuse.With(Refusal.NotUnderstood, "Which follow-up? Say its number, for example: join 17");
        if (await context.FollowUpAsync(number, cancellationToken) is not { } followUp)
            return Refuse.NoSuchFollowUp(number);
        var step = followUp.Join(context.By.Id, context.Now);
        if (step is FollowUps.FollowUpStep.Changed && await context.Stores.People.FindAsync(followUp.Owner, cancellationToken) is { } owner)
            context.Tell(owner, $"follow-up {number} help {context.By.Id}", $"{context.By.Name} helps you with follow-up {number}: {followUp.Headline}");
        return await context.StageAsync(followUp, step, joined => $"{context.By.Name} helps with follow-up {joined.Number}: {joined.Headline}", cancellationToken);
    }
}
