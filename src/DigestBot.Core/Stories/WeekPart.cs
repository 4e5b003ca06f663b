using DigestBot.Core.Mentions;

namespace DigestBot.Core.Stories;

/// <summary>
/// How much of each day of a week has passed. A week that goes on is compared with the same days of the weeks before: on a
/// Friday nobody has said yet what people say on weekends, and that is no drop.
/// </summary>
public sealed class WeekPart
{
    /// <summary>Days of a week.</summary>
    internal const int Days = 7;
    private readonly double[] _passed;

    private WeekPart(double[] passed) => _passed = passed;

    /// <summary>All seven days.</summary>
    public static WeekPart Whole { get; } = new([1, 1, 1, 1, 1, 1, 1]);

    /// <summary>Nothing of it is yet to come.</summary>
    public bool IsWhole => Array.TrueForAll(_passed, passed => passed >= 1);

    /// <summary>Days passed, 0 to 7.</summary>
    public double Sum => _passed.Sum();

    /// <summary>What of a day has passed, 0 to 1.</summary>
    /// <param name="day">0 for Monday to 6.</param>
    public double this[int day] => _passed[day];

    /// <summary>What of a week has passed; a week that has not begun counts as whole, since nothing can be compared yet.</summary>
    /// <param name="week">The week.</param>
    /// <param name="zone">The zone that it is read in.</param>
    /// <param name="now">The present.</param>
    public static WeekPart Of(DigestWeek week, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (now >= week.To(zone) || now <= week.From(zone))
            return Whole;
        var begins = Beginnings(week, zone);
        return new([.. Enumerable.Range(0, Days).Select(day => Passed(begins[day], begins[day + 1], now.UtcTicks))]);
    }

    /// <summary>UTC ticks at which each day of the week begins, and the next Monday.</summary>
    internal static long[] Beginnings(DigestWeek week, TimeZoneInfo zone) =>
        [week.From(zone).UtcTicks, .. Enumerable.Range(1, Days - 1).Select(day => Midnight(week.Monday.AddDays(day), zone)), week.To(zone).UtcTicks];

    private static double Passed(long from, long to, long now) => Math.Clamp((now - from) / (double)(to - from), 0, 1);

    private static long Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone).Ticks;
    }
}
