using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>The scoreboard: what came of it first, then the weeks, newest first.</summary>
internal static class ScoreRows
{
    /// <summary>The totals as figures, the run of mentions, one line a week.</summary>
    public static IEnumerable<JsonObject?> Of(WeeklyScores scores)
    {
        yield return Fields(ScoreWords.Totals(scores));
        if (scores.Weeks.Count == 0)
            yield break;
        yield return RichText(
            Paragraph(Run(ScoreWords.TrendTitle, isBold: true), Run(ScoreWords.Trend(scores))),
            Listed(scores.Weeks.Select(week => Paragraph(Run($"Week {week.Week.Number}", isBold: true), Run(Phrases.Dot + ScoreWords.Week(week))))));
    }
}
