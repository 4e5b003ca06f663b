using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Scoreboard;

/// <summary>What one edition was and what came of it.</summary>
/// <param name="Week">Its week.</param>
/// <param name="Mentions">Mentions that count.</param>
/// <param name="Reach">People reached by its touch points, added up.</param>
/// <param name="Sentiment">Mean, -1 to 1; null when nothing was said, which is not a neutral week.</param>
/// <param name="ShareOfVoice">0 to 1, or null without competitors.</param>
/// <param name="Taken">Follow-ups taken from it.</param>
/// <param name="Done">Those of them that are done.</param>
/// <param name="DaysToAct">Median days from taking to done, or null when none is.</param>
public sealed record WeekScore(
    DigestWeek Week, int Mentions, long Reach, double? Sentiment, double? ShareOfVoice, int Taken, int Done, double? DaysToAct);

/// <summary>The numbers of the last editions, made of stored editions and follow-ups only.</summary>
/// <param name="Weeks">Newest first; weeks without a published edition are left out, not counted as zero.</param>
/// <param name="Taken">Follow-ups taken from them.</param>
/// <param name="Done">Done ones.</param>
/// <param name="Overdue">Open ones past their date.</param>
/// <param name="DaysToAct">Median days from taking to done over all of them, or null.</param>
public sealed record WeeklyScores(IReadOnlyList<WeekScore> Weeks, int Taken, int Done, int Overdue, double? DaysToAct)
{
    /// <summary>Counts.</summary>
    /// <param name="editions">Editions; drafts and skipped ones do not count.</param>
    /// <param name="followUps">Follow-ups of the digest; those taken from other editions, and withdrawn ones, do not count.</param>
    /// <param name="today">Today in the digest's zone; what is overdue is measured against it.</param>
    public static WeeklyScores Of(IEnumerable<Edition> editions, IReadOnlyCollection<FollowUp> followUps, DateOnly today)
    {
        var told = editions.Where(edition => edition.IsOut()).OrderByDescending(edition => edition.Key.Week).ToList();
        var keys = told.Select(edition => edition.Key).ToHashSet();
        var taken = followUps.Where(followUp => followUp.State != FollowUpState.Withdrawn && keys.Contains(followUp.Edition)).ToLookup(followUp => followUp.Edition);
        var all = taken.SelectMany(group => group).ToList();
        return new(
            [.. told.Select(edition => Score(edition, [.. taken[edition.Key]]))],
            all.Count,
            all.Count(IsDone),
            all.Count(followUp => followUp.IsOpen && followUp.Due < today),
            MedianDays(all));
    }

    private static WeekScore Score(Edition edition, IReadOnlyList<FollowUp> taken) => new(
        edition.Key.Week,
        edition.Numbers.Mentions,
        edition.TouchPoints.Where(point => !point.IsRetracted).Sum(point => point.Metrics.Reach),
        edition.Numbers.Mentions == 0 ? null : edition.Numbers.Sentiment,
        edition.Numbers.ShareOfVoice,
        taken.Count,
        taken.Count(IsDone),
        MedianDays(taken));

    private static bool IsDone(FollowUp followUp) => followUp.State == FollowUpState.Done;

    private static double? MedianDays(IEnumerable<FollowUp> followUps)
    {
        var days = followUps.Where(followUp => IsDone(followUp) && followUp.ClosedAt is not null)
            .Select(followUp => (followUp.ClosedAt!.Value - followUp.CreatedAt).TotalDays)
            .Order().ToList();
        return days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2;
    }
}
