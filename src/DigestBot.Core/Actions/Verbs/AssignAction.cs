namespace DigestBot.Core.Actions.Verbs;

/// <summary>Gives a touch point to somebody, with note and date; on one that somebody has, hands it over.</summary>
internal sealed class AssignAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("assign", "Give a touch point to somebody, by a date if you like.", "assign 3 @jane by friday", ActionTarget.TouchPoint, WhoMay.Executive)
        {
            Aliases = ["give"],
            Button = "Assign",
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        var handle = context.Arguments.TakeWord();
        if (await context.NamedAsync(handle, cancellationToken) is not { } owner)
            return Refuse.NoSuchPerson(handle);
        var words = TakingWords.Read(context.Arguments.Rest, context.Today);
        if (words.Fault is { } fault)
            return Refuse.With(Refusal.NotUnderstood, fault);
        return await context.GiveAsync(at, owner, words, cancellationToken);
    }

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.TakeBackGivenAsync(cancellationToken);
}
