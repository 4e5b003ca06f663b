using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms.Alerts;

namespace DigestBot.Scheduling;

/// <summary>Something that runs by the clock.</summary>
/// <param name="Job">What runs: <c>collect</c>, <c>draft</c>, <c>publish</c>, <c>alert</c>, <c>remind</c>, <c>forget</c>, <c>tidy</c>, <c>learn</c>.</param>
/// <param name="Subject">Of what: the name of a source or a digest; empty when there is only one.</param>
public abstract record ScheduleEntry(string Job, string Subject)
{
    /// <summary>Unique, and the same from start to start.</summary>
    public string Key => Subject.Length == 0 ? Job : $"{Job} {Subject}";

    /// <summary>What is set, as text that changes exactly when the settings do.</summary>
    public abstract string Settings { get; }
}

/// <summary>Once a week.</summary>
/// <param name="Job">What runs.</param>
/// <param name="Subject">Of which digest.</param>
/// <param name="At">Weekday and time on the clock of the zone.</param>
/// <param name="Zone">The digest's zone.</param>
public sealed record WeeklyEntry(string Job, string Subject, WeeklyTime At, TimeZoneInfo Zone) : ScheduleEntry(Job, Subject)
{
    /// <inheritdoc />
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"{At.Day} {At.Time:HH:mm} {Zone.Id}");
}

/// <summary>Again and again, beginning at start.</summary>
/// <param name="Job">What runs.</param>
/// <param name="Subject">Of which source, or empty.</param>
/// <param name="Every">Time between two runs.</param>
public sealed record RepeatedEntry(string Job, string Subject, TimeSpan Every) : ScheduleEntry(Job, Subject)
{
    /// <inheritdoc />
    public override string Settings => Every.ToString("c", CultureInfo.InvariantCulture);
}

/// <summary>All that runs by the clock in this installation, as the settings say: what <c>schedule</c> prints and what Quartz is given.</summary>
/// <param name="Entries">By job, then subject.</param>
internal sealed record SchedulePlan(IReadOnlyList<ScheduleEntry> Entries)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>The plan of these digests and sources.</summary>
    /// <param name="digests">Each with its weekly times.</param>
    /// <param name="sources">By name.</param>
    /// <param name="every">How often a source is collected, by its name; a missing one every quarter of an hour.</param>
    public static SchedulePlan Of(Digests digests, IEnumerable<IMentionSource> sources, IReadOnlyDictionary<string, TimeSpan> every) => new(
    [
        .. sources.Select(source => new RepeatedEntry("collect", source.Name, every.GetValueOrDefault(source.Name, Often))),
        .. digests.All.Select(digest => new WeeklyEntry("draft", digest.Name, digest.DraftAt, digest.Zone)),
        .. digests.All.Select(digest => new WeeklyEntry("publish", digest.Name, digest.PublishAt, digest.Zone)),
        .. digests.All.Where(digest => digest.HasAlerts).Select(digest => new RepeatedEntry("alert", digest.Name, AlertRules.Every)),
        new RepeatedEntry("remind", "", Often),
        new RepeatedEntry("tidy", "", Daily),
        new RepeatedEntry("learn", "", Daily),
    ]);

    /// <summary>The same, with the deletion of workspaces that the bot was removed from.</summary>
    public SchedulePlan AlsoForgetting() => new([.. Entries, new RepeatedEntry("forget", "", Hourly)]);
}
