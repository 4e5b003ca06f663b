using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Editions;

/// <summary>The numbers of a touch point, from its story.</summary>
internal static class StoryMeasure
{
    public static TouchPointMetrics Of(Story story, RankingWeek week, TouchPoint? lastWeek) => new()
    {
        Mentions = story.Mentions.Count,
        Authors = story.Authors,
        Reach = story.Reach,
        Engagement = story.Engagement,
        Sentiment = Math.Round(story.Sentiment, 3),
        PreviousWeek = story.Before.Count == 0 || week.HasGap(story) ? null : story.Before[^1]?.Mentions,
        Weeks = [.. story.Before.Select(before => before?.Mentions), story.Mentions.Count],
        WeeksRunning = Running(story),
        EditionsRunning = lastWeek is null ? 1 : lastWeek.Metrics.EditionsRunning + 1,
        Trend = week.HasGap(story) ? null : story.Trend,
        TrendWeeks = week.HasGap(story) ? 0 : story.TrendWeeks,
        Sources = Sources(story.Mentions.Select(read => read.Mention.Id)),
        Accounts = [.. week.AccountsIn(story).Select(customer => customer.Account)],
    };

    private static int Running(Story story) =>
        1 + story.Before.Reverse().TakeWhile(before => before is { Mentions: > 0 }).Count();

    private static SourceCount[] Sources(IEnumerable<MentionId> mentions) =>
        [.. mentions
            .CountBy(id => id.Source, StringComparer.Ordinal)
            .Select(source => new SourceCount(source.Key, source.Value))
            .OrderByDescending(source => source.Mentions)
            .ThenBy(source => source.Source, StringComparer.Ordinal)];
}
