using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;

namespace DigestBot.Core.Actions.Answers;

/// <summary>The scoreboard in words: every number has its word.</summary>
internal static class ScoreWords
{
    /// <summary>Before the run of mentions.</summary>
    public const string TrendTitle = "Mentions, oldest week first: ";

    /// <summary>What came of it, over all the weeks.</summary>
    public static IReadOnlyList<Figure> Totals(WeeklyScores scores)
    {
        var weeks = Phrases.Count(scores.Weeks.Count, "edition", "editions");
        return
        [
            Of("Taken", Phrases.Number(scores.Taken), $"from {weeks}"),
            Of("Done", Phrases.Number(scores.Done), $"of {Phrases.Number(scores.Taken)}"),
            Of("Overdue", Phrases.Number(scores.Overdue), scores.Overdue == 0 ? "nothing is late" : "now"),
            Of("Days to act", scores.DaysToAct is { } days ? Phrases.Ratio(days) : "–", scores.DaysToAct is null ? "nothing is done yet" : "median"),
        ];
    }

    /// <summary>The mentions of each week as a line of signs, oldest first.</summary>
    public static string Trend(WeeklyScores scores) => TouchPointWords.Sparkline([.. scores.Weeks.Reverse().Select(week => (int?)week.Mentions)]);

    /// <summary>"12,431 mentions · reach 931,000 · sentiment +0.21 · share of voice 41 % · 5 taken, 5 done".</summary>
    public static string Week(WeekScore week)
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

    private static Figure Of(string name, string value, string comparison) => new(name, value, comparison, comparison);
}
