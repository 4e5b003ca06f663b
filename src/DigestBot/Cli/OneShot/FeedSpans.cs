using DigestBot.Core.Mentions;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli.OneShot;

/// <summary>Which week the data ends with.</summary>
internal static class FeedSpans
{
    /// <summary>The last week whose Sunday the data reaches; the one it ends in when there is no earlier one.</summary>
    public static DigestWeek LastCompleteWeek(FeedSpan span, TimeZoneInfo zone)
    {
        var last = DigestWeek.Of(span.Last, zone);
        var isComplete = span.Last >= last.To(zone).AddDays(-1);
        return isComplete || DigestWeek.Of(span.First, zone) == last ? last : last.Previous;
    }

    /// <summary>From the first of both to the last.</summary>
    public static FeedSpan? Join(FeedSpan? one, FeedSpan? other)
    {
        if (one is not { } first || other is not { } second)
            return one ?? other;
        return new(
            first.First < second.First ? first.First : second.First,
            first.Last > second.Last ? first.Last : second.Last,
            first.Items + second.Items);
    }
}
