using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>
/// What curators and executives taught by picking, dismissing and "should have been in the ten": 0.5 when nothing, toward 1
/// for wanted, toward 0 for not useful, never quite there. Each person counts once for and once against, by the strongest thing
/// said: fully of the very story, less of another of its subject, department or kind. It fades, half in four weeks. So at the
/// weights that are shipped all people together move a story by less than six points of a hundred and one person by less than
/// three; a severe case is never lowered.
/// </summary>
internal sealed class FeedbackSignal : IRankingSignal
{
    private const double HalfLifeDays = 28;
    private const double WorthSaying = 0.05;
    private readonly SeveritySignal _severity = new();

    public string Name => "feedback";

    public double DefaultWeight => 2;

    public double Score(Story story, RankingWeek week)
    {
        var votes = Lessons(story, week)
            .GroupBy(lesson => lesson.Taught.By, StringComparer.Ordinal)
            .Sum(person => person.Max(lesson => Math.Max(0, lesson.Weight)) + person.Min(lesson => Math.Min(0, lesson.Weight)));
        var score = 0.5 + (votes / (1 + Math.Abs(votes)) / 2);
        return score < 0.5 && _severity.IsSevere(story, week) ? 0.5 : score;
    }

    public string? Reason(Story story, RankingWeek week)
    {
        var lessons = Lessons(story, week).Where(lesson => Math.Abs(lesson.Weight) >= WorthSaying).ToList();
        var score = Score(story, week);
        return score switch
        {
            > 0.5 => Wanted([.. lessons.Where(lesson => lesson.Weight > 0)]),
            < 0.5 => Dismissed([.. lessons.Where(lesson => lesson.Weight < 0)]),
            _ => null,
        };
    }

    private static string? Wanted(IReadOnlyList<Lesson> lessons)
    {
        if (lessons.MaxBy(lesson => lesson.Weight) is not { } best)
            return null;
        var did = best.Taught.StoodInTheTen ? "picked" : "missed";
        var when = $"in week {WeekOf(best.Taught)}";
        if (best.Like.Words.Length > 0)
            return $"you {did} {best.Like.Words} {when}";
        return best.Taught.StoodInTheTen ? $"you picked it {when}" : $"you missed it among the ten {when}";
    }

    private static string? Dismissed(IReadOnlyList<Lesson> lessons)
    {
        var ofIt = lessons.Count(lesson => lesson.Like.Words.Length == 0);
        if (ofIt > 0)
            return $"dismissed {(ofIt switch { 1 => "once", 2 => "twice", _ => $"{Clauses.Number(ofIt)} times" })}";
        return lessons.MinBy(lesson => lesson.Weight) is { } worst ? $"you dismissed {worst.Like.Words} in week {WeekOf(worst.Taught)}" : null;
    }

    private static int WeekOf(Feedback taught) => Mentions.DigestWeek.Of(taught.At, TimeZoneInfo.Utc).Number;

    private static IEnumerable<Lesson> Lessons(Story story, RankingWeek week)
    {
        if (week.Feedback.Count == 0)
            yield break;
        var kind = Kinds.Of(story, week);
        foreach (var taught in week.Feedback)
        {
            var like = Resemblance.Of(taught, story, kind);
            if (like.Share > 0)
                yield return new(taught, like, Math.Clamp(taught.Value, -1, 1) * like.Share * Remembered(taught, week));
        }
    }

    private static double Remembered(Feedback feedback, RankingWeek week)
    {
        var days = week.Now.Week.Sunday.DayNumber - DateOnly.FromDateTime(feedback.At.UtcDateTime).DayNumber;
        return Math.Pow(0.5, Math.Max(0, days) / HalfLifeDays);
    }

    private sealed record Lesson(Feedback Taught, Resemblance Like, double Weight);
}
