using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking;

/// <summary>As what a story stands in an edition.</summary>
internal static class Kinds
{
    private const int EnoughToTalk = 3;
    private const double Clear = 0.1;
    private const double Clearly = 0.75;
    private const double Half = 0.5;
    private const double LeastMeant = 0.3;

    /// <summary>Its kind, or null when it is nothing an executive could act on.</summary>
    public static TouchPointKind? Of(Story story, RankingWeek week) => story.Kind switch
    {
        _ when IsTrend(story, week) => OfBurst(story, week),
        MentionKind.Win => IsPraise(story) ? TouchPointKind.Win : null,
        MentionKind.Issue => TouchPointKind.Issue,
        MentionKind.Suggestion => TouchPointKind.Suggestion,
        // What several must ask is not clear enough: something to put right.
        MentionKind.Question => story.Authors > 1 || story.Sentiment < 0 ? TouchPointKind.Issue : null,
        _ => OfTalk(story),
    };

    /// <summary>Something changes: far more people than usual tell it, more than chance makes of any subject of a week.</summary>
    public static bool IsTrend(Story story, RankingWeek week) => story.Burst > 0 && !week.HasGap(story);

    // A burst that nearly all mean alike is more than a change: something to thank for, or to put right.
    private static TouchPointKind OfBurst(Story story, RankingWeek week)
    {
        var (praise, complaint) = (ShareOf(story, MentionKind.Win), ShareOf(story, MentionKind.Issue));
        // Some joke about what happens or only quote it: those who mean something decide, when they are not few.
        var meant = Math.Max(praise + complaint, Half);
        if (complaint >= Clearly * meant)
            return TouchPointKind.Issue;
        // A win is one that went far; what merely more people than usual enjoy is a trend.
        var wentFar = story.Engagement > 0 && story.Engagement >= week.HighestEngagement / 4;
        return praise >= Clearly * (wentFar ? meant : 1) && IsPraise(story) ? TouchPointKind.Win : TouchPointKind.Trend;
    }

    // A win is one that somebody meant: courtesies, and what was only taken for praise, can be thanked by nobody.
    private static bool IsPraise(Story story) => story.Mentions.Count(Substance.IsMeantPraise) >= LeastMeant * story.Mentions.Count;

    /// <summary>How many of the story's mentions are of a kind, 0 to 1.</summary>
    public static double ShareOf(Story story, MentionKind kind) =>
        story.Mentions.Count(read => read.Insight.Kind == kind) / (double)Math.Max(1, story.Mentions.Count);

    // What people merely talk about is no change, whatever its volume: it stands by the side it leans to.
    private static TouchPointKind? OfTalk(Story story)
    {
        if (story.Sentiment >= Clear)
            return IsPraise(story) ? TouchPointKind.Win : null;
        return story.Sentiment <= -Clear || story.Authors >= EnoughToTalk ? TouchPointKind.Issue : null;
    }
}
