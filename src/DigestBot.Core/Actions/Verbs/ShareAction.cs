using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Shares a touch point to another channel of the digest: first a preview, then with "now" for good.</summary>
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
        var audience = context.Digest.Audiences.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        if (audience is null)
            return Refuse.With(Refusal.NotFound, $"Where to? I can share to {string.Join(", ", context.Digest.Audiences.Select(known => known.Name))}.");
        if (!context.Arguments.TryTake("now"))
            return await PreviewAsync(context, at, audience.Name, cancellationToken);
        context.Stores.Outbox.Request(Sharing.Of(at.Edition.Key, at.Point, audience));
        return new ActionReply.Done($"{context.By.Name} shared {at.Named()} to {audience.Name}.") { ForEveryone = true };
    }

    private static async Task<ActionReply> PreviewAsync(ActionContext context, PlacedPoint at, string audience, CancellationToken cancellationToken) =>
        new ActionReply.Done($"This is what {audience} will see. To share it, say: share {at.Point.Rank} to {audience} now")
        {
            Content = new TouchPointsReply(await context.Stores.Cards.OfAsync(at.Edition, cancellationToken), [at.Point]),
            Offers = [new CardAction("share", $"Share to {audience}", $"{at.Point.Id} to {audience} now", IsPrimary: true)],
        };
}
