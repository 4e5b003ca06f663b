using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Scheduling;

/// <summary>
/// When a weekly time comes round in a zone, in pure functions. A time that the clock skips in spring comes at the first
/// moment after the gap; a time that comes twice in autumn counts the first time only. Quartz does the same (tested), so
/// what <c>schedule</c> prints is what happens.
/// </summary>
internal static class FireTimes
{
    /// <summary>The next time after <paramref name="instant"/>, in UTC.</summary>
    public static DateTimeOffset Next(WeeklyTime at, TimeZoneInfo zone, DateTimeOffset instant) =>
        Around(at, zone, instant).First(time => time > instant);

    /// <summary>The last time at or before <paramref name="instant"/>, in UTC.</summary>
    public static DateTimeOffset Last(WeeklyTime at, TimeZoneInfo zone, DateTimeOffset instant) =>
        Around(at, zone, instant).Last(time => time <= instant);

    /// <summary>The times after <paramref name="instant"/>, in UTC, without end.</summary>
    public static IEnumerable<DateTimeOffset> After(WeeklyTime at, TimeZoneInfo zone, DateTimeOffset instant)
    {
        while (true)
            yield return instant = Next(at, zone, instant);
    }

    /// <summary>The week that an edition published at <paramref name="published"/> tells of: the last one that had ended (decisions.md 2).</summary>
    public static DigestWeek WeekOf(DateTimeOffset published, TimeZoneInfo zone) => DigestWeek.Of(published, zone).Previous;

    // The time of the week before, of this week and of the next two: enough on both sides, whatever the weekday.
    private static IEnumerable<DateTimeOffset> Around(WeeklyTime at, TimeZoneInfo zone, DateTimeOffset instant)
    {
        var monday = DigestWeek.Of(instant, zone).Monday;
        var daysAfterMonday = ((int)at.Day + 6) % 7;
        return Enumerable.Range(-1, 4).Select(week => Instant(monday.AddDays((7 * week) + daysAfterMonday).ToDateTime(at.Time), zone));
    }

    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
