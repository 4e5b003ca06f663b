using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources;

/// <summary>
/// What every entry of <c>Sources</c> has, whatever its kind; a connector's own options derive from it. As soon as there is one,
/// the sample company steps aside.
/// </summary>
internal record SourceOptions
{
    /// <summary>Name in editions, commands and coverage: 1 to 40 lower-case letters, digits and hyphens. Needed; unlike every other source's.</summary>
    [Required, RegularExpression("^[a-z0-9-]{1,40}$", ErrorMessage = "must be 1 to 40 lower-case letters, digits or hyphens")]
    public string Name { get; init; } = "";

    /// <summary>What it is: the name of a <see cref="SourceKind"/>. Needed.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Leave out what does not name the brand; for feeds that are about more than it. Default false.</summary>
    public bool RequireBrand { get; init; }

    /// <summary>How often it is collected, as hh:mm:ss. Default 15 minutes; 1 minute to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many days back the first run reads, where the source can go back at all. Default 14; 0 to 400.</summary>
    [Range(0, 400)]
    public int BackfillDays { get; init; } = 14;
}

/// <summary>A property of a connector's options that <c>source add</c> asks for.</summary>
/// <param name="question">What is asked, for example <c>Address of the feed</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AskAttribute(string question) : Attribute
{
    /// <summary>What is asked.</summary>
    public string Question => question;

    /// <summary>What an answer looks like.</summary>
    public string Example { get; init; } = "";
}
