using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources;

/// <summary>One entry of <c>Sources</c>: a connected feed. As soon as there is one, the sample company steps aside.</summary>
internal sealed record SourceOptions : IValidatableObject
{
    /// <summary>Name in editions, commands and coverage: 1 to 40 lower-case letters, digits and hyphens. Needed; unlike every other source's.</summary>
    [Required, RegularExpression("^[a-z0-9-]{1,40}$", ErrorMessage = "must be 1 to 40 lower-case letters, digits or hyphens")]
    public string Name { get; init; } = "";

    /// <summary>What it is: <c>Ndjson</c>, <c>Csv</c> (files, with <see cref="Path"/>) or <c>Rss</c> (RSS and Atom, with <see cref="Address"/>). Needed.</summary>
    [Required]
    public SourceKind? Kind { get; init; }

    /// <summary>Path of the file; relative to the folder the program is started in. Needed for files.</summary>
    public string? Path { get; init; }

    /// <summary>Address of the feed, https unless its host is listed in <c>Outgoing:PlainHttpHosts</c>. Needed for RSS.</summary>
    public Uri? Address { get; init; }

    /// <summary>Leave out what does not name the brand; for feeds that are about more than it. Default false.</summary>
    public bool RequireBrand { get; init; }

    /// <summary>How often it is collected, as hh:mm:ss. Default 15 minutes; 1 minute to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// For CSV: header of each field, by field (<c>id, author, text, createdAt, url, likes, reposts, replies, views, authorFollowers,
    /// rating, language</c>). Default: headers that are called as the fields, in any case.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is SourceKind.Rss && Address is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
            yield return new("is missing or no web address; write one such as https://example.com/feed.xml", [nameof(Address)]);
        if (Kind is SourceKind.Ndjson or SourceKind.Csv && string.IsNullOrWhiteSpace(Path))
            yield return new("is missing; write the path of the file", [nameof(Path)]);
        foreach (var field in Columns.Keys.Where(field => !Csv.CsvFields.All.Contains(field)))
            yield return new($"names no field '{field}'; fields are {string.Join(", ", Csv.CsvFields.All)}", [nameof(Columns)]);
    }
}

/// <summary>Kinds of sources that a settings file can name.</summary>
internal enum SourceKind
{
    /// <summary>A file of JSON objects, one a line.</summary>
    Ndjson = 0,

    /// <summary>A CSV file with a header.</summary>
    Csv = 1,

    /// <summary>RSS 2.0, RSS 1.0 or Atom over HTTP.</summary>
    Rss = 2,
}
