using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>
/// How bad it is for those it happens to: half the worst case, half the mean of the three worst people's, so that one severe
/// case is seen and one author's many posts weigh no more than one.
/// </summary>
internal sealed class SeveritySignal : IRankingSignal
{
    private const double Severe = 0.6;
    private const int Worst = 3;

    public string Name => "severity";

    public double DefaultWeight => 2.5;

    public double Score(Story story, RankingWeek week)
    {
        if (story.Kind is MentionKind.Win)
            return 0;
        var worst = WorstByPerson(story).OrderDescending().Take(Worst).ToList();
        return worst.Count == 0 ? 0 : Math.Clamp((worst[0] / 2) + (worst.Sum() / (2 * Worst)), 0, 1);
    }

    public string? Reason(Story story, RankingWeek week)
    {
        var severe = story.Kind is MentionKind.Win ? 0 : WorstByPerson(story).Count(severity => severity >= Severe);
        return severe == 0 ? null : $"{Clauses.Count(severe, "severe case", "severe cases")}";
    }

    /// <summary>A board must hear of it, however few tell it and whatever was said of it before.</summary>
    public bool IsSevere(Story story, RankingWeek week) => Score(story, week) >= Severe;

    private static IEnumerable<double> WorstByPerson(Story story) =>
        story.Mentions
            .Where(read => read.Insight.Severity > 0)
            .GroupBy(read => (read.Mention.Id.Source, read.Mention.Author))
            .Select(person => person.Max(read => read.Insight.Severity));
}
