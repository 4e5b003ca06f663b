using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Giving a touch point to somebody, the same for every verb that does.</summary>
internal static class Giving
{
    /// <summary>Gives a free touch point to somebody; hands over the follow-up of one that somebody has.</summary>
    public static async Task<ActionReply> GiveAsync(
        this ActionContext context, PlacedPoint at, Person owner, TakingWords words, CancellationToken cancellationToken)
    {
        if (await context.OpenFollowUpAsync(at.Point, cancellationToken) is { } taken)
            return await HandOverAsync(context, at, taken, owner, words, cancellationToken);
        var followUp = await context.TakeAsync(at, owner, words, isPick: false, cancellationToken);
        return Given(at, owner, followUp);
    }

    /// <summary>Takes back what the person who asks gave to somebody.</summary>
    public static async Task<ActionReply> TakeBackGivenAsync(this ActionContext context, CancellationToken cancellationToken)
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
