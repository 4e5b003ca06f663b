using DigestBot.Core.Mentions;

namespace DigestBot.Core.Editions;

/// <summary>The standing order: what is listened for, when it goes out, to whom. Comes from settings; see <c>DigestOptions</c>.</summary>
public sealed record Digest
{
    /// <summary>The name under which the sample company's edition is kept beside a company's own: for rehearsals before there is anything to tell.</summary>
    public const string ExampleName = "example";

    /// <summary>Name in settings, commands and file names; letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Whose customers.</summary>
    public required Brand Brand { get; init; }

    /// <summary>The zone in which its weeks and times are read.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When the draft reaches the curators; default Friday 15:00.</summary>
    public WeeklyTime DraftAt { get; init; } = new(DayOfWeek.Friday, new TimeOnly(15, 0));

    /// <summary>When the edition goes out; default Monday 08:00.</summary>
    public WeeklyTime PublishAt { get; init; } = new(DayOfWeek.Monday, new TimeOnly(8, 0));

    /// <summary>Where the edition goes.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>Where the draft goes; null when there is nobody to curate.</summary>
    public Audience? Curators { get; init; }

    /// <summary>Its curators are told between editions when something jumps.</summary>
    public bool Alerts { get; init; } = true;

    /// <summary>There is somebody to alert, and something new to alert of: the sample's people have said all that they will ever say.</summary>
    public bool HasAlerts => Alerts && Curators is not null && !IsSample;

    /// <summary>The sample company's.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A time of the week in the digest's zone.</summary>
/// <param name="Day">Weekday.</param>
/// <param name="Time">Wall-clock time.</param>
public readonly record struct WeeklyTime(DayOfWeek Day, TimeOnly Time);

/// <summary>A place that an edition goes to.</summary>
/// <param name="Name">Name in settings; part of a delivery's key.</param>
/// <param name="Platform">Name of the platform, for example <c>terminal</c>.</param>
/// <param name="Channel">The platform's own id of the channel.</param>
public sealed record Audience(string Name, string Platform, string Channel);
