using DigestBot.Core.Stories;

namespace DigestBot.Core.Editions;

/// <summary>How one touch point becomes another.</summary>
internal static class TouchPointChanges
{
    /// <summary>The other one with this one's mentions added; its headline, quote and place stay.</summary>
    public static TouchPoint MergedInto(this TouchPoint point, TouchPoint into) => into with
    {
        Score = Math.Max(into.Score, point.Score),
        MentionIds = [.. into.MentionIds.Union(point.MentionIds).Order()],
        Metrics = Merge(into.Metrics, point.Metrics),
    };

    /// <summary>Its place stays; what it said is gone.</summary>
    public static TouchPoint Retracted(this TouchPoint point) => point with
    {
        IsRetracted = true,
        Headline = "Taken back",
        Quote = point.Quote with { Text = "", Link = null },
        Comment = null,
        Reasons = [],
    };

    // Two touch points share no mention, so posts add up; they may share authors, so people do not: the larger number
    // never says too much. A recomposed edition counts them exactly.
    private static TouchPointMetrics Merge(TouchPointMetrics one, TouchPointMetrics other) => one with
    {
        Mentions = one.Mentions + other.Mentions,
        Authors = Math.Max(one.Authors, other.Authors),
        Reach = Math.Max(one.Reach, other.Reach),
        Engagement = one.Engagement + other.Engagement,
        Sentiment = ((one.Sentiment * one.Mentions) + (other.Sentiment * other.Mentions)) / Math.Max(1, one.Mentions + other.Mentions),
        PreviousWeek = one.PreviousWeek + other.PreviousWeek,
        Weeks = Add(one.Weeks, other.Weeks),
        WeeksRunning = Math.Max(one.WeeksRunning, other.WeeksRunning),
        EditionsRunning = Math.Max(one.EditionsRunning, other.EditionsRunning),
        Sources = Add(one.Sources, other.Sources),
        Accounts = [.. one.Accounts.Union(other.Accounts, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static int?[] Add(IReadOnlyList<int?> one, IReadOnlyList<int?> other) =>
        one.Count == other.Count ? [.. one.Zip(other, (a, b) => a + b)] : [.. one];

    private static SourceCount[] Add(IReadOnlyList<SourceCount> one, IReadOnlyList<SourceCount> other) =>
        [.. one.Concat(other)
            .GroupBy(source => source.Source, StringComparer.Ordinal)
            .Select(group => new SourceCount(group.Key, group.Sum(source => source.Mentions)))
            .OrderByDescending(source => source.Mentions)
            .ThenBy(source => source.Source, StringComparer.Ordinal)];
}
