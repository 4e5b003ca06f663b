using DigestBot.Core.Ranking.Signals;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>
/// Bursts told as issues or wins are changes too: of what was told before, the strongest stands as a trend, unless there are
/// few of its kind; a concern that merely swells does so only where nothing else is one. What was never told is news.
/// </summary>
internal sealed class TrendPresenter(List<RankedStory> candidates, RankingWeek week)
{
    private const double ClearBurst = 0.3;
    private const int Crowd = 5;
    private const double ShareOfWeek = 0.02;

    /// <summary>Gives the strongest its kind, in the list itself.</summary>
    public void Present()
    {
        var strongest = candidates
            .Where(candidate => candidate.Kind is not TouchPointKind.Trend && IsKnownToACrowd(candidate.Story) && IsChange(candidate))
            .Where(candidate => candidates.Count(other => other.Kind == candidate.Kind) > 3)
            .MaxBy(candidate => (candidate.Story.Burst > 0, BurstSignal.Seen(candidate.Story, week)));
        var isNeeded = strongest?.Story.Burst > 0 || !candidates.Exists(candidate => candidate.Kind is TouchPointKind.Trend);
        if (strongest is not null && isNeeded)
            candidates[candidates.IndexOf(strongest)] = strongest with { Kind = TouchPointKind.Trend };
    }

    private bool IsKnownToACrowd(Story story) =>
        story.Authors >= Math.Max(Crowd, ShareOfWeek * week.Now.Authors) && !NoveltySignal.IsNew(story, week);

    // A concern that swells may be chance where no burst was found, so it takes a clear one; praise that swells is a win.
    private bool IsChange(RankedStory candidate) =>
        candidate.Story.Burst > 0
            ? BurstSignal.Seen(candidate.Story, week) > 0
            : candidate.Kind is TouchPointKind.Issue && BurstSignal.Seen(candidate.Story, week) >= ClearBurst;
}
