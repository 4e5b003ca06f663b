using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>How well each source can be heard; those that cannot come first.</summary>
internal static class SourceRows
{
    private const int Most = 40;
    private const int LongestReason = 200;

    /// <summary>One line a source.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static IEnumerable<JsonObject?> Of(IReadOnlyList<SourceState> sources, TimeZoneInfo zone)
    {
        if (sources.Count == 0)
            yield break;
        yield return RichText(Listed(sources.OrderBy(IsWell).Take(Most).Select(source => Paragraph(Runs(source, zone)))));
        if (sources.Count > Most)
            yield return Context($"and {Phrases.Number(sources.Count - Most)} more");
    }

    private static bool IsWell(SourceState source) => source.LastRun is { Failure: null };

    private static IEnumerable<JsonObject> Runs(SourceState source, TimeZoneInfo zone)
    {
        yield return Run(Phrases.Source(source.Source), isBold: true);
        yield return Run($"{Phrases.Dot}{Phrases.Count(source.Mentions, "mention", "mentions")}{Phrases.Dot}");
        if (source.LastRun is not { } run)
            yield return Run("not read yet", isBold: true);
        else if (run.Failure is { } failure)
            yield return Run($"❗ {VisibleText.Line(failure, LongestReason)}", isBold: true);
        if (source.LastSuccess is { } heard)
            yield return Run($"{(IsWell(source) ? "" : Phrases.Dot)}heard in full {Phrases.Moment(heard, zone.Id)}");
    }
}
