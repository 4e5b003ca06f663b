using DigestBot.Core.Ranking.Signals;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking;

/// <summary>As what a story stands in an edition.</summary>
internal static class Kinds
{
    private const int EnoughToTalk = 3;
    private const double Clear = 0.2;
    private static readonly BurstSignal Burst = new();

    /// <summary>Its kind, or null when it is nothing an executive could act on.</summary>
    public static TouchPointKind? Of(Story story, RankingWeek week) => story.Kind switch
    {
        _ when IsTrend(story, week) => TouchPointKind.Trend,
        MentionKind.Win => TouchPointKind.Win,
        MentionKind.Issue => TouchPointKind.Issue,
        MentionKind.Suggestion => TouchPointKind.Suggestion,
        // What many must ask is not clear enough: something to put right.
        MentionKind.Question => TouchPointKind.Issue,
        _ => OfTalk(story, week),
    };

    /// <summary>Something changes: an event that far more people than usual tell of.</summary>
    public static bool IsTrend(Story story, RankingWeek week) =>
        story.Basis is StoryBasis.Event && Burst.Score(story, week) > 0;

    private static TouchPointKind? OfTalk(Story story, RankingWeek week)
    {
        if (story.Sentiment >= Clear)
            return TouchPointKind.Win;
        if (story.Sentiment <= -Clear)
            return TouchPointKind.Issue;
        return story.Authors >= EnoughToTalk && !week.HasGap(story) ? TouchPointKind.Trend : null;
    }
}
