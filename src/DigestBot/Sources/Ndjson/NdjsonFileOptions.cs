using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources.Ndjson;

/// <summary>A source of kind <c>Ndjson</c>.</summary>
internal sealed record NdjsonFileOptions : SourceOptions, IValidatableObject
{
    /// <summary>Path of the file; relative to the folder the program is started in. Needed.</summary>
    [Ask("Path of the NDJSON file", Example = "support.ndjson")]
    public string Path { get; init; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Path))
            yield return new("is missing; write the path of the file", [nameof(Path)]);
    }
}
