using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Shares a touch point to another channel: first a preview, then with "now" for good.</summary>
internal sealed class ShareAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("share", "Show a touch point in another channel, after a look at it.", "share 2 to finance", ActionTarget.TouchPoint, WhoMay.Executive)
        {
            Button = "Share to...",
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        if (Sharing.IsWithheld(at.Point))
            return Refuse.With(Refusal.Withheld, $"Number {at.Point.Rank} belongs to {at.Point.Department}; such touch points stay where they are.");
        context.Arguments.TryTake("to");
        var name = context.Arguments.TakeWord().TrimStart('#');
        if (Sharing.PlaceOf(context.Digest, name) is not { } place)
            return Refuse.With(Refusal.NotFound, $"Where to? I can share to {string.Join(", ", context.Digest.Audiences.Select(known => known.Name))}, or to a channel of the same workspace.");
        var named = context.Digest.Audiences.Contains(place) ? place.Name : "that channel";
        if (!context.Arguments.TryTake("now"))
            return await PreviewAsync(context, at, place, named, cancellationToken);
        context.Stores.Outbox.Request(Sharing.Of(at.Edition.Key, at.Point, place));
        return new ActionReply.Done($"{context.By.Name} shared {at.Named()} to {named}.") { ForEveryone = true };
    }

    private static async Task<ActionReply> PreviewAsync(
        ActionContext context, PlacedPoint at, Audience place, string named, CancellationToken cancellationToken) =>
        new ActionReply.Done($"This is what {named} will see. To share it, say: share {at.Point.Rank} to {place.Name} now")
        {
            Content = new TouchPointsReply(await context.Stores.Cards.OfAsync(at.Edition, cancellationToken), [at.Point]),
            Offers = [new CardAction("share", $"Share to {named}", $"{at.Point.Id} to {place.Name} now", IsPrimary: true)],
        };
}
