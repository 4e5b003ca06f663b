using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>The scoreboard: what came of it first, then the weeks, newest first; every number has its word.</summary>
internal static class ScoreRows
{
    /// <summary>The totals as figures, the run of mentions, one line a week.</summary>
    public static IEnumerable<JsonObject?> Of(WeeklyScores scores)
    {
        yield return Fields(Totals(scores));
        if (scores.Weeks.Count == 0)
            yield break;
        yield return RichText(
            Paragraph(Run("Mentions, oldest week first: ", isBold: true), Run(TouchPointWords.Sparkline([.. scores.Weeks.Reverse().Select(week => (int?)week.Mentions)]))),
            Listed(scores.Weeks.Select(week => Paragraph(Run($"Week {week.Week.Number}", isBold: true), Run(Phrases.Dot + Words(week))))));
    }

    private static IEnumerable<Figure> Totals(WeeklyScores scores)
    {
        var weeks = Phrases.Count(scores.Weeks.Count, "edition", "editions");
        yield return new("Taken", Phrases.Number(scores.Taken), $"from {weeks}", "");
        yield return new("Done", Phrases.Number(scores.Done), $"of {Phrases.Number(scores.Taken)}", "");
        yield return new("Overdue", Phrases.Number(scores.Overdue), scores.Overdue == 0 ? "nothing is late" : "now", "");
        yield return new("Days to act", scores.DaysToAct is { } days ? Phrases.Ratio(days) : "–", scores.DaysToAct is null ? "nothing is done yet" : "median", "");
    }

    private static string Words(WeekScore week)
    {
        var facts = new[]
        {
            Phrases.Count(week.Mentions, "mention", "mentions"),
            $"reach {Phrases.Number(week.Reach)}",
            week.Sentiment is { } sentiment ? $"sentiment {Phrases.Signed(sentiment)}" : null,
            week.ShareOfVoice is { } share ? $"share of voice {Phrases.Percent(share)}" : null,
            $"{Phrases.Number(week.Taken)} taken, {Phrases.Number(week.Done)} done",
        };
        return string.Join(Phrases.Dot, facts.OfType<string>());
    }
}
