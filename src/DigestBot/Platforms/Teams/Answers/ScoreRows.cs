using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>The scoreboard: what came of it first, then the weeks, newest first.</summary>
internal static class ScoreRows
{
    /// <summary>The totals as figures, the run of mentions as bars, one line a week.</summary>
    public static IEnumerable<JsonObject?> Of(WeeklyScores scores)
    {
        yield return Figures(ScoreWords.Totals(scores));
        if (scores.Weeks.Count == 0)
            yield break;
        var line = Words([Run(ScoreWords.TrendTitle, Look.SmallStrong), Run(ScoreWords.Trend(scores), Look.Small)], spacing: "medium");
        yield return TeamsExtras.Weeks("Mentions by week", scores.Weeks.Reverse().Select(week => ($"W{week.Week.Number}", week.Mentions)), line);
        foreach (var (week, at) in scores.Weeks.Select((week, at) => (week, at)))
            yield return Week(week, isFirst: at == 0);
    }

    private static JsonObject Week(WeekScore week, bool isFirst)
    {
        var told = Words([Run($"Week {week.Week.Number}", Look.SmallStrong), Run(Phrases.Dot + ScoreWords.Week(week), Look.Small)], spacing: isFirst ? "medium" : "small");
        return isFirst ? told.With("separator", true) : told;
    }
}
