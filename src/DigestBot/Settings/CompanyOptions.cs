using System.ComponentModel.DataAnnotations;

namespace DigestBot.Settings;

/// <summary>Section <c>Brand</c>: what is listened for.</summary>
internal sealed record BrandOptions
{
    /// <summary>The brand's name, as people are shown it; it also matches as the start of a handle. Needed as soon as a source is configured.</summary>
    [Required, StringLength(80, MinimumLength = 2)]
    public string? Name { get; init; }

    /// <summary>Other names and handles of the brand. Default none.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names and handles of competitors. Default none: share of voice is not shown then.</summary>
    public IReadOnlyList<string> Competitors { get; init; } = [];

    /// <summary>Words that make a mention not ours. Default none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}

/// <summary>One entry of <c>Digests</c>: a standing order. Default one digest named <c>weekly</c> to the terminal.</summary>
internal sealed record DigestOptions
{
    /// <summary>Name in commands and links: 1 to 40 letters, digits and hyphens. Default <c>weekly</c>.</summary>
    [Required, RegularExpression("^[A-Za-z0-9-]{1,40}$", ErrorMessage = "must be 1 to 40 letters, digits or hyphens")]
    public string Name { get; init; } = "weekly";

    /// <summary>IANA name of the zone that weeks and times are read in, for example <c>Europe/Paris</c>. Default <c>UTC</c>.</summary>
    [Required]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Weekday and time at which the draft reaches the curators. Default <c>Friday 15:00</c>.</summary>
    [RegularExpression(WeeklyTimes.Pattern, ErrorMessage = WeeklyTimes.Expected)]
    public string Draft { get; init; } = "Friday 15:00";

    /// <summary>Weekday and time at which the edition goes out. Default <c>Monday 08:00</c>.</summary>
    [RegularExpression(WeeklyTimes.Pattern, ErrorMessage = WeeklyTimes.Expected)]
    public string Publish { get; init; } = "Monday 08:00";

    /// <summary>Where the edition goes. Default the terminal.</summary>
    public IReadOnlyList<AudienceOptions> Audiences { get; init; } = [];

    /// <summary>Where the draft goes. Default nowhere: nobody curates.</summary>
    public AudienceOptions? Curators { get; init; }

    /// <summary>Tells the curators between editions when something jumps or is severe; at most five messages of each kind a day. Default true.</summary>
    public bool Alerts { get; init; } = true;
}

/// <summary>A channel.</summary>
internal sealed record AudienceOptions
{
    /// <summary>Name in answers and in a delivery's key: 1 to 40 letters, digits and hyphens. Default <c>executives</c>.</summary>
    [Required, RegularExpression("^[A-Za-z0-9-]{1,40}$", ErrorMessage = "must be 1 to 40 letters, digits or hyphens")]
    public string Name { get; init; } = "executives";

    /// <summary>Name of the platform. Default <c>terminal</c>.</summary>
    [Required]
    public string Platform { get; init; } = "terminal";

    /// <summary>The platform's own id of the channel. Default <c>main</c>.</summary>
    [Required, StringLength(200)]
    public string Channel { get; init; } = "main";
}
