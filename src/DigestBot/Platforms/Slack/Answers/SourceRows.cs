using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>How well each source can be heard; those that cannot come first.</summary>
internal static class SourceRows
{
    /// <summary>One line a source.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static IEnumerable<JsonObject?> Of(IReadOnlyList<SourceState> sources, TimeZoneInfo zone)
    {
        if (sources.Count == 0)
            yield break;
        yield return RichText(Listed(SourceWords.Ordered(sources).Select(source => Paragraph(Runs(source, zone)))));
        if (SourceWords.Rest(sources) is { } rest)
            yield return Context(rest);
    }

    private static IEnumerable<JsonObject> Runs(SourceState source, TimeZoneInfo zone) => SourceWords.Facts(source, zone)
        .SelectMany((fact, at) => at == 0 ? [Run(fact.Text, isBold: fact.IsStrong)] : new[] { Run(Phrases.Dot), Run(fact.Text, isBold: fact.IsStrong) });
}
