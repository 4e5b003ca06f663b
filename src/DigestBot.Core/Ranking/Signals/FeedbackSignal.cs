using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>What curators and executives taught about this very story: 0.5 when nothing, 1 for wanted, 0 for not useful. It fades, half in four weeks.</summary>
internal sealed class FeedbackSignal : IRankingSignal
{
    private const double HalfLifeDays = 28;

    public string Name => "feedback";

    public double DefaultWeight => 2;

    public double Score(Story story, RankingWeek week)
    {
        var taught = Taught(story, week).Sum(feedback => feedback.Value * Remembered(feedback, week));
        return 0.5 + (Math.Tanh(taught) / 2);
    }

    public string? Reason(Story story, RankingWeek week)
    {
        var wanted = Taught(story, week).Count(feedback => feedback.Value > 0);
        return wanted == 0 ? null : $"wanted by {Clauses.Count(wanted, "colleague", "colleagues")} before";
    }

    private static IEnumerable<Feedback> Taught(Story story, RankingWeek week) =>
        week.Feedback.Where(feedback => feedback.StoryKey == story.Key);

    private static double Remembered(Feedback feedback, RankingWeek week)
    {
        var days = week.Now.Week.Sunday.DayNumber - DateOnly.FromDateTime(feedback.At.UtcDateTime).DayNumber;
        return Math.Pow(0.5, Math.Max(0, days) / HalfLifeDays);
    }
}
