using System.ComponentModel.DataAnnotations;

namespace DigestBot.Scheduling;

/// <summary>Section <c>Schedule</c>: what runs by the clock. The weekly times themselves belong to each digest.</summary>
internal sealed record ScheduleOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Schedule";

    /// <summary>
    /// How late an edition may still go out when the program was down at its time, as d.hh:mm:ss; later than that the
    /// curators are told instead. Default 1 day; between 5 minutes and 6 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "6.00:00:00")]
    public TimeSpan CatchUpWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Address that is asked (GET) after each edition that has reached all its audiences, so that a dead man's switch
    /// elsewhere notices silence. Default none; https unless section Outgoing allows the host more.
    /// </summary>
    public Uri? Heartbeat { get; init; }
}
