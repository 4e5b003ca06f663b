using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>"I own this": a follow-up for the person who says so. Of two, the first has it; the second is offered to be added.</summary>
internal sealed class ClaimAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("claim", "Own a touch point: a follow-up for you.", "claim 3", ActionTarget.TouchPoint)
        {
            Aliases = ["own", "take"],
            Button = "I own this",
            Reactions = [new("👀"), .. Keycaps()],
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        if (await context.OpenFollowUpAsync(at.Point, cancellationToken) is { } taken)
            return await TakenAsync(context, at, taken, cancellationToken);
        var words = TakingWords.Read(context.Arguments.Rest, context.Today);
        if (words.Fault is { } fault)
            return Refuse.With(Refusal.NotUnderstood, fault);
        var followUp = await context.TakeAsync(at, context.By, words, isPick: false, cancellationToken);
        return new ActionReply.Done($"{context.By.Name} owns {at.Named()} (follow-up {followUp.Number}{followUp.DueWords()}).") { ForEveryone = true };
    }

    public async Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        return await context.OpenFollowUpAsync(at.Point, cancellationToken) is { } taken && taken.Owner == context.By.Id
            ? await context.WithdrawAsync(at, taken, cancellationToken)
            : Refuse.With(Refusal.NotFound, $"{Sentence(at)} is not yours, so there is nothing to take back.");
    }

    private static async Task<ActionReply> TakenAsync(ActionContext context, PlacedPoint at, FollowUp taken, CancellationToken cancellationToken)
    {
        context.Subject = $"follow-up {taken.Number}";
        if (taken.Owner == context.By.Id)
            return Refuse.With(Refusal.AlreadySo, $"{Sentence(at)} is yours already (follow-up {taken.Number}).");
        var owner = await context.NameAsync(taken.Owner, cancellationToken);
        return new ActionReply.Refused(
            Refusal.AlreadyTaken,
            $"{owner} has {at.Named()} already. To be added as help, say: join {taken.Number}")
        {
            Offers = [new CardAction("join", "Add me", taken.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), IsPrimary: true)],
        };
    }

    private static string Sentence(PlacedPoint at) => $"Number {at.Point.Rank}";

    private static IEnumerable<ReactionMeaning> Keycaps() =>
        Enumerable.Range(1, 10).Select(number => new ReactionMeaning(
            number == 10 ? "🔟" : $"{number}\u20E3",
            ReactionTarget.Edition,
            number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
