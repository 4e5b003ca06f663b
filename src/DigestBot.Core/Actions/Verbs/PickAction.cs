using DigestBot.Core.FollowUps;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>An executive's decision to act on a suggestion: what should change, by when, and who sees to it.</summary>
internal sealed class PickAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("pick", "Act on a suggestion: who, what should change, by when.", "pick 2 @eve bookings completed up by 1 dec", ActionTarget.TouchPoint, WhoMay.Executive)
        {
            Aliases = ["act-on"],
            Button = "Act on this",
            Reactions = [new("💡")],
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (Unpickable(at) is { } why)
            return why;
        var taken = await context.OpenFollowUpAsync(at.Point, cancellationToken);
        var isNamed = context.Arguments.Peek.StartsWith('@');
        if (await OwnerAsync(context, taken, cancellationToken) is not { } owner)
            return Refuse.NoSuchPerson(context.Arguments.Peek);
        var words = TakingWords.Read(context.Arguments.Rest, context.Today);
        if (words.Fault is { } fault)
            return Refuse.With(Refusal.NotUnderstood, fault);
        if (taken is not null)
            return await PickTakenAsync(context, at, taken, isNamed ? owner : null, words, cancellationToken);
        var followUp = await context.TakeAsync(at, owner, words, isPick: true, cancellationToken);
        Teach(context, at);
        return new ActionReply.Done($"{context.By.Name} picked {at.Named()}: {owner.Name} sees to it (follow-up {followUp.Number}{followUp.DueWords()}).{Change(followUp)}")
        {
            ForEveryone = true,
        };
    }

    public async Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (await context.OpenFollowUpAsync(at.Point, cancellationToken) is not { IsPick: true } taken || taken.AskedBy != context.By.Id)
            return Refuse.With(Refusal.NotFound, $"Number {at.Point.Rank} was not picked by you, so there is nothing to take back.");
        if (taken.IsUntouched)
            context.Stores.Teachings.Remove(context.Digest.Name, context.By.Id, at.Point.StoryKey);
        return await context.WithdrawAsync(at, taken, cancellationToken);
    }

    private static ActionReply? Unpickable(PlacedPoint at)
    {
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        return at.Point.Kind is TouchPointKind.Suggestion
            ? null
            : Refuse.With(Refusal.NotUnderstood, $"Number {at.Point.Rank} is no suggestion. Say 'claim {at.Point.Rank}' to own it or 'assign {at.Point.Rank} @somebody'.");
    }

    // Somebody named, otherwise who has it already, otherwise the executive; null when a name is unknown.
    private static async Task<Person?> OwnerAsync(ActionContext context, FollowUp? taken, CancellationToken cancellationToken)
    {
        if (!context.Arguments.Peek.StartsWith('@'))
            return taken is null ? context.By : await context.Stores.People.FindAsync(taken.Owner, cancellationToken) ?? context.By;
        var named = await context.NamedAsync(context.Arguments.Peek, cancellationToken);
        if (named is not null)
            context.Arguments.TakeWord();
        return named;
    }

    private static async Task<ActionReply> PickTakenAsync(
        ActionContext context, PlacedPoint at, FollowUp taken, Person? named, TakingWords words, CancellationToken cancellationToken)
    {
        var step = taken.Pick(context.By.Id, words.Words, context.Now);
        if (step is not FollowUpStep.Changed { FollowUp: var picked })
            return Refuse.Step(taken, ((FollowUpStep.Refused)step).Why);
        // One change of the follow-up, so one version.
        if (named is not null && picked.HandOver(named.Id, context.By.Id, context.Now) is FollowUpStep.Changed { FollowUp: var handed })
            picked = handed with { Version = picked.Version };
        picked = picked with { Due = words.Due ?? picked.Due, Note = FollowUp.Cut(words.Note) ?? picked.Note };
        await context.SaveAsync(picked, cancellationToken);
        Teach(context, at);
        if (await context.Stores.People.FindAsync(picked.Owner, cancellationToken) is { } owner)
            context.TellOwner(owner, picked);
        var name = await context.NameAsync(picked.Owner, cancellationToken);
        return new ActionReply.Done($"{context.By.Name} picked {at.Named()}: {name} sees to it (follow-up {picked.Number}{picked.DueWords()}).{Change(picked)}") { ForEveryone = true };
    }

    private static string Change(FollowUp followUp) => followUp.Expected is { } expected ? $" What should change: {expected}" : "";

    private static void Teach(ActionContext context, PlacedPoint at) =>
        context.Stores.Teachings.Add(context.Digest.Name, context.By.Id, new Feedback(at.Point.StoryKey, 1, context.Now));
}
