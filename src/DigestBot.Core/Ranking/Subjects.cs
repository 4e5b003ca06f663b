using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>Whether two subjects are one to a reader.</summary>
internal static class Subjects
{
    private const int ShortestStem = 4;
    private const double Mostly = 0.7;

    /// <summary>The same words, whatever their order and ending.</summary>
    public static bool AreSame(string one, string other) => Words(one) is { Count: > 0 } words && words.SetEquals(Words(other));

    /// <summary>One says more exactly what the other says: "lost luggage" and "luggage".</summary>
    public static bool IsPart(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.Count > 0 && second.Count > 0 && (first.IsSubsetOf(second) || second.IsSubsetOf(first));
    }

    /// <summary>One is a part of the other, or at least half of all their words are shared.</summary>
    public static bool AreRelated(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        var shared = first.Count(second.Contains);
        return shared > 0 && (shared == Math.Min(first.Count, second.Count) || 2 * shared >= first.Count + second.Count - shared);
    }

    /// <summary>One is named after what at least seven of ten mentions of the other are about before all else.</summary>
    public static bool IsNamedAfterTopicOf(Story named, Story told) => MainTopic(told) is { } topic && AreSame(topic, named.Subject);

    private static string? MainTopic(Story story)
    {
        var most = story.Mentions
            .Where(read => read.Insight.Topics.Count > 0)
            .CountBy(read => read.Insight.Topics[0], StringComparer.Ordinal)
            .OrderByDescending(topic => topic.Value).ThenBy(topic => topic.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return most.Value > 0 && most.Value >= Mostly * story.Mentions.Count ? most.Key : null;
    }

    private static HashSet<string> Words(string subject) => new(
        subject.Split([' ', '-', '#', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Stem),
        StringComparer.OrdinalIgnoreCase);

    private static string Stem(string word) => word.Length > ShortestStem ? word.TrimEnd('s') : word;
}
