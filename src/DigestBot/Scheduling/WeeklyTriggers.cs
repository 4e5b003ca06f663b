using System.Globalization;
using DigestBot.Core.Editions;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>A weekly time as a Quartz schedule; fires exactly at <see cref="FireTimes"/>.</summary>
internal static class WeeklyTriggers
{
    /// <summary>The schedule. When it was missed it fires once as soon as the scheduler runs; the job judges how late it is.</summary>
    public static IScheduleBuilder Schedule(WeeklyTime at, TimeZoneInfo zone) =>
        CronScheduleBuilder.Create(Cron(at)).InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);

    // Quartz counts weekdays from Sunday = 1; names leave no doubt.
    private static string Cron(WeeklyTime at) => string.Create(
        CultureInfo.InvariantCulture, $"0 {at.Time.Minute} {at.Time.Hour} ? * {at.Day.ToString()[..3].ToUpperInvariant()}");
}
