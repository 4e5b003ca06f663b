using DigestBot.Core.FollowUps;

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
        if (await context.OpenFollowUpAsync(at.Point, cancellationToken) is { } taken)
            return await HandOverAsync(context, at, taken, owner, words, cancellationToken);
        var followUp = await context.TakeAsync(at, owner, words, isPick: false, cancellationToken);
        return Given(at, owner, followUp);
    }

    public async Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        return await context.OpenFollowUpAsync(at.Point, cancellationToken) is { } taken && taken.AskedBy == context.By.Id
            ? await context.WithdrawAsync(at, taken, cancellationToken)
            : Refuse.With(Refusal.NotFound, $"Number {at.Point.Rank} was not given by you, so there is nothing to take back.");
    }

    private static async Task<ActionReply> HandOverAsync(
        ActionContext context, PlacedPoint at, FollowUp taken, Person owner, TakingWords words, CancellationToken cancellationToken)
    {
        var step = taken.HandOver(owner.Id, context.By.Id, context.Now);
        if (step is not FollowUpStep.Changed { FollowUp: var handed })
            return Refuse.Step(taken, ((FollowUpStep.Refused)step).Why);
        handed = handed with { Due = words.Due ?? handed.Due, Note = FollowUp.Cut(words.All) ?? handed.Note, AskedBy = context.By.Id };
        await context.SaveAsync(handed, cancellationToken);
        context.TellOwner(owner, handed);
        return Given(at, owner, handed);
    }

    private static ActionReply.Done Given(PlacedPoint at, Person owner, FollowUp followUp) =>
        new($"{owner.Name} has {at.Named()} (follow-up {followUp.Number}{followUp.DueWords()}).") { ForEveryone = true };
}
