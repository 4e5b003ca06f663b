using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking;

/// <summary>As what a story stands in an edition.</summary>
internal static class Kinds
{
    private const int EnoughToTalk = 3;
    private const double Clear = 0.1;

    /// <summary>Its kind, or null when it is nothing an executive could act on.</summary>
    public static TouchPointKind? Of(Story story, RankingWeek week) => story.Kind switch
    {
        _ when IsTrend(story, week) => TouchPointKind.Trend,
        MentionKind.Win => TouchPointKind.Win,
        MentionKind.Issue => TouchPointKind.Issue,
        MentionKind.Suggestion => TouchPointKind.Suggestion,
        // What several must ask is not clear enough: something to put right.
        MentionKind.Question when story.Authors > 1 || story.Sentiment < 0 => TouchPointKind.Issue,
        _ => OfTalk(story),
    };

    /// <summary>Something changes: far more people than usual tell it, more than chance makes of any subject of a week.</summary>
    public static bool IsTrend(Story story, RankingWeek week) => story.Burst > 0 && !week.HasGap(story);

    // What people merely talk about is no change, whatever its volume: it stands by the side it leans to.
    private static TouchPointKind? OfTalk(Story story)
    {
        if (story.Sentiment >= Clear)
            return TouchPointKind.Win;
        return story.Sentiment <= -Clear || story.Authors >= EnoughToTalk ? TouchPointKind.Issue : null;
    }
}
