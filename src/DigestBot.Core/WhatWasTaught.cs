using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;

namespace DigestBot.Core;

/// <summary>
/// What people taught the ranking about a digest, with what the stories were: kept is only who said what of which story, and
/// the edition it stood in says as what, so that the ranking can tell what is like it.
/// </summary>
public sealed class WhatWasTaught(ITeachings teachings, IEditionStore editions, TimeProvider clock)
{
    private const int Weeks = 26;

    /// <summary>The lessons of the last half year, oldest first.</summary>
    public async Task<IReadOnlyList<Feedback>> OfAsync(string digest, CancellationToken cancellationToken)
    {
        var said = await teachings.FeedbackAsync(digest, clock.GetUtcNow() - TimeSpan.FromDays(7 * Weeks), cancellationToken);
        if (said.Count == 0)
            return said;
        var known = Points(await editions.NewestAsync(digest, Weeks + 1, cancellationToken));
        return [.. said.Select(feedback => known.TryGetValue(feedback.StoryKey, out var at) ? Known(feedback, at.Point, at.IsTop) : feedback)];
    }

    private static Feedback Known(Feedback said, TouchPoint point, bool isTop) =>
        said with { Kind = point.Kind, Department = point.Department, StoodInTheTen = isTop };

    // The newest edition that a story stood in speaks for it; the ten before those that just missed.
    private static Dictionary<string, (TouchPoint Point, bool IsTop)> Points(IReadOnlyList<Edition> newest)
    {
        var points = new Dictionary<string, (TouchPoint, bool)>(StringComparer.Ordinal);
        foreach (var edition in newest)
        {
            foreach (var point in edition.TouchPoints)
                points.TryAdd(point.StoryKey, (point, true));
            foreach (var point in edition.RunnersUp)
                points.TryAdd(point.StoryKey, (point, false));
        }
        return points;
    }
}
