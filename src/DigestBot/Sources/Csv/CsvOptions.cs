using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources.Csv;

/// <summary>A source of kind <c>Csv</c>.</summary>
internal sealed record CsvOptions : SourceOptions, IValidatableObject
{
    /// <summary>Path of the file; relative to the folder the program is started in. Needed.</summary>
    [Ask("Path of the CSV file", Example = "reviews.csv")]
    public string Path { get; init; } = "";

    /// <summary>
    /// Header of each field, by field (<c>id, author, text, createdAt, url, likes, reposts, replies, views, authorFollowers,
    /// rating, language</c>). Default: headers that are called as the fields, in any case.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Path))
            yield return new("is missing; write the path of the file", [nameof(Path)]);
        foreach (var field in Columns.Keys.Where(field => !CsvFields.All.Contains(field)))
            yield return new($"names no field '{field}'; fields are {string.Join(", ", CsvFields.All)}", [nameof(Columns)]);
    }
}
