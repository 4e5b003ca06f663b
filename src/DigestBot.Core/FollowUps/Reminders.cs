namespace DigestBot.Core.FollowUps;

/// <summary>One reminder of one follow-up.</summary>
/// <param name="FollowUp">What it reminds of.</param>
/// <param name="Planned">The day it was planned for; with the follow-up's number it makes the reminder happen once.</param>
public sealed record Reminder(FollowUp FollowUp, DateOnly Planned);

/// <summary>
/// When an owner is reminded: two days before the due date, on it, and every week after; in the owner's zone, never at night or
/// on a weekend. What falls into the quiet comes on the next working morning. Pure.
/// </summary>
public static class Reminders
{
    private const int DaysAhead = 2;
    private const int DaysBetween = 7;
    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeOnly Evening = new(20, 0);

    /// <summary>The reminder to give now, or null. The same one as long as the next is not planned: giving it once is for the caller.</summary>
    /// <param name="followUp">A follow-up.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="zone">The owner's zone.</param>
    public static Reminder? Due(FollowUp followUp, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!followUp.IsOpen || followUp.Due is not { } due || IsQuiet(now, zone))
            return null;
        var planned = Planned(due, Day(now, zone));
        // Whoever took it today needs no word today.
        return planned > Day(followUp.CreatedAt, zone) ? new(followUp, planned) : null;
    }

    /// <summary>Night (20 to 8 o'clock) or weekend.</summary>
    public static bool IsQuiet(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || time < Morning || time >= Evening;
    }

    // The last planned day that has come: what was missed over a weekend or a stop is made up for, the older ones are not.
    private static DateOnly Planned(DateOnly due, DateOnly today)
    {
        if (today < due.AddDays(-DaysAhead))
            return DateOnly.MinValue;
        if (today < due)
            return due.AddDays(-DaysAhead);
        return due.AddDays((today.DayNumber - due.DayNumber) / DaysBetween * DaysBetween);
    }

    private static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
