using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>The touch points of one kind in the current edition: <c>wins</c>, <c>issues</c>, <c>trends</c>, <c>suggestions</c>.</summary>
internal sealed class ShowKindAction(TouchPointKind kind) : IDigestAction
{
    private readonly string _kinds = kind.ToString().ToLowerInvariant() + "s";

    public ActionDescription Description { get; } = new(
        kind.ToString().ToLowerInvariant() + "s",
        $"Show the {kind.ToString().ToLowerInvariant()}s of the current edition.",
        kind.ToString().ToLowerInvariant() + "s")
    {
        Aliases = [kind.ToString().ToLowerInvariant()],
        OnlyShows = true,
    };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.EditionAsync(cancellationToken) is not { } edition)
            return Refuse.NoEdition();
        IReadOnlyList<TouchPoint> points = [.. edition.TouchPoints.Where(point => point.Kind == kind)];
        return new ActionReply.Done(points.Count == 0 ? $"The edition of week {edition.Key.Week} has no {_kinds}." : $"The {_kinds} of week {edition.Key.Week}.")
        {
            Content = new TouchPointsReply(await context.Stores.Cards.OfAsync(edition, cancellationToken), points),
        };
    }
}
