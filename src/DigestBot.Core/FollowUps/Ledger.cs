using DigestBot.Core.Editions;

namespace DigestBot.Core.FollowUps;

/// <summary>What the promise ledger tells: handed to the composer as plain data, so that editions know no follow-ups (decisions.md 8).</summary>
/// <param name="Lines">Overdue ones first, then open, then what came of the closed ones; by number within each.</param>
/// <param name="PromisesKept">Done by their date, of those due so far; null when none was ever due.</param>
/// <param name="PromisesDue">How many were due so far; null when none was.</param>
/// <param name="WeeksSinceActed">Weeks since a picked suggestion was done; null when none ever was.</param>
public sealed record Ledger(IReadOnlyList<LedgerLine> Lines, int? PromisesKept, int? PromisesDue, int? WeeksSinceActed)
{
    /// <summary>The ledger of a digest at a moment.</summary>
    /// <param name="followUps">All open ones, and closed ones as far back as promises are counted.</param>
    /// <param name="closedSince">Closed ones are told when they were closed at or after this: since the last edition went out.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="zone">The digest's zone.</param>
    /// <param name="nameOf">A person's name by id.</param>
    public static Ledger Of(
        IEnumerable<FollowUp> followUps, DateTimeOffset closedSince, DateTimeOffset now, TimeZoneInfo zone, Func<string, string> nameOf)
    {
        var today = Day(now, zone);
        var all = followUps.Where(followUp => followUp.State != FollowUpState.Withdrawn).OrderBy(followUp => followUp.Number).ToList();
        var told = all.Where(followUp => followUp.IsOpen || followUp.ClosedAt >= closedSince);
        var due = all.Where(followUp => followUp.State != FollowUpState.Declined && IsDue(followUp, today, zone)).ToList();
        var acted = all.Where(followUp => followUp is { IsPick: true, State: FollowUpState.Done }).Max(followUp => followUp.ClosedAt);
        return new(
            [.. told.Select(followUp => Line(followUp, today, zone, nameOf)).OrderBy(line => Place(line.State))],
            due.Count == 0 ? null : due.Count(followUp => IsKept(followUp, zone)),
            due.Count == 0 ? null : due.Count,
            acted is { } at ? Mentions.DigestWeek.Of(today).WeeksSince(Mentions.DigestWeek.Of(Day(at, zone))) : null);
    }

    private static LedgerLine Line(FollowUp followUp, DateOnly today, TimeZoneInfo zone, Func<string, string> nameOf)
    {
        var taken = Day(followUp.CreatedAt, zone);
        var end = followUp.ClosedAt is { } closed ? Day(closed, zone) : today;
        return new(
            followUp.Headline,
            nameOf(followUp.Owner),
            PointStates.PromiseOf(followUp, today),
            end.DayNumber - taken.DayNumber,
            followUp.Due is { } due ? due.DayNumber - taken.DayNumber : null,
            followUp.Outcome);
    }

    // A promise done ahead of its date is due and kept: it was owed and came.
    private static bool IsDue(FollowUp followUp, DateOnly today, TimeZoneInfo zone) =>
        followUp.Due is not null && (followUp.Due < today || IsKept(followUp, zone));

    private static bool IsKept(FollowUp followUp, TimeZoneInfo zone) =>
        followUp is { State: FollowUpState.Done, ClosedAt: { } closed } && Day(closed, zone) <= followUp.Due;

    private static int Place(PromiseState state) => state switch
    {
        PromiseState.Overdue => 0,
        PromiseState.Open => 1,
        PromiseState.Done => 2,
        _ => 3,
    };

    private static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
