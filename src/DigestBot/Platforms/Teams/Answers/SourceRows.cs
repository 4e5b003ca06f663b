using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Understanding;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>How well each source can be heard; those that cannot come first.</summary>
internal static class SourceRows
{
    /// <summary>One line a source.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static IEnumerable<JsonObject?> Of(IReadOnlyList<SourceState> sources, TimeZoneInfo zone)
    {
        foreach (var source in SourceWords.Ordered(sources))
            yield return Words(Facts(SourceWords.Facts(source, zone), isSubtle: false), spacing: "small");
        if (SourceWords.Rest(sources) is { } rest)
            yield return Own(rest, Look.Subtle);
    }
}
