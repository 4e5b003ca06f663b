using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources.Folder;

/// <summary>A source of kind <c>Folder</c>: files that somebody, or something, drops.</summary>
internal sealed record FolderOptions : SourceOptions, IValidatableObject
{
    /// <summary>Path of the folder; relative to the folder the program is started in. Its folders <c>done</c> and <c>failed</c> are made. Needed.</summary>
    [Required, Ask("Path of the folder that files are dropped in", Example = "inbox/brandwatch")]
    public string Path { get; init; } = "";

    /// <summary>Whose exports the CSV files are: the headers of that suite are known. Default None.</summary>
    [Ask("Whose exports: None, Brandwatch, Meltwater, Sprinklr, SproutSocial or Talkwalker", Example = "None")]
    public FolderPreset Preset { get; init; }

    /// <summary>
    /// Headers of each field of a CSV file, by field (<c>id, author, text, createdAt, url, likes, reposts, replies, views, authorFollowers,
    /// rating, language</c>), before those of the preset: <c>A | B</c> is the first that holds something, <c>A + B</c> both. Default the
    /// preset's, or headers that are called as the fields.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Zone of times that say none, as in the IANA database. Default UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>03/04/2025 is the third of April. Default false: the fourth of March.</summary>
    public bool DayFirst { get; init; }

    /// <summary>How long a file must not have changed before it is taken, as hh:mm:ss. Default 10 seconds; at most 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var field in Columns.Keys.Except(FolderPresets.Fields, StringComparer.OrdinalIgnoreCase))
            yield return new($"names no field '{field}'; fields are {string.Join(", ", FolderPresets.Fields)}", [nameof(Columns)]);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new($"'{TimeZone}' is no time zone; write one such as Europe/Paris", [nameof(TimeZone)]);
    }
}

/// <summary>A listening suite whose exports are known.</summary>
internal enum FolderPreset
{
    /// <summary>None: headers are called as the fields, or as Columns says.</summary>
    None = 0,

    /// <summary>Brandwatch Consumer Research, export of mentions.</summary>
    Brandwatch = 1,

    /// <summary>Meltwater, export of content.</summary>
    Meltwater = 2,

    /// <summary>Sprinklr, export of a listening stream.</summary>
    Sprinklr = 3,

    /// <summary>Sprout Social, export of messages.</summary>
    SproutSocial = 4,

    /// <summary>Talkwalker, export of results.</summary>
    Talkwalker = 5,
}
