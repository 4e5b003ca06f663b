using DigestBot.Core.Editions;

namespace DigestBot.Tests.Testing;

/// <summary>Editions before they are published.</summary>
internal static class Drafts
{
    /// <summary>The draft of week 47, whose touch points have ids of their own: <c>d1</c>, <c>d2</c>...</summary>
    public static Edition OfWeek47()
    {
        var edition = Editions.OrdinaryEdition();
        static TouchPoint Drafted(TouchPoint point) => point with { Id = $"d{point.Rank}" };
        return edition with
        {
            Key = new("weekly", Editions.Week.Next),
            State = EditionState.Draft,
            TouchPoints = [.. edition.TouchPoints.Select(Drafted)],
            RunnersUp = [.. edition.RunnersUp.Select(Drafted)],
        };
    }
}
