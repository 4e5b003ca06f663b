using DigestBot.Core.FollowUps;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Thanks for a win; a person's thanks count once.</summary>
internal sealed class KudosAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("kudos", "Thank the people behind a win.", "kudos 4", ActionTarget.TouchPoint)
        {
            Aliases = ["thank", "thanks"],
            IsForGuests = true,
            Button = "Thank",
            Reactions = [new("🙌"), new("👏"), new("🎉"), new("❤")],
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        if (at.Point.Kind != TouchPointKind.Win)
            return Refuse.With(Refusal.NotUnderstood, $"Number {at.Point.Rank} is no win. Say 'wins' to see them.");
        var before = await OthersAsync(context, at, cancellationToken);
        context.Stores.Kudos.Add(new Kudos(at.Edition.Key, at.Point.Id, context.By.Id, context.Now));
        context.Show(at);
        return new ActionReply.Done(before == 0
            ? $"{context.By.Name} thanks the people behind {at.Named()}."
            : $"{context.By.Name} and {Platforms.Phrases.Count(before, "other", "others")} thank the people behind {at.Named()}.") { ForEveryone = true };
    }

    public async Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        context.Stores.Kudos.Remove(at.Point.Id, context.By.Id);
        context.Show(at);
        return new ActionReply.Done($"Your thanks for {at.Named()} are taken back.");
    }

    private static async Task<int> OthersAsync(ActionContext context, PlacedPoint at, CancellationToken cancellationToken) =>
        (await context.Stores.Kudos.OfEditionAsync(at.Edition.Key, cancellationToken))
            .Count(kudos => kudos.TouchPointId == at.Point.Id && kudos.By != context.By.Id);
}
