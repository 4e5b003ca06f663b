using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources;

/// <summary>Where an <see cref="ApiSource"/> goes on.</summary>
internal sealed record ApiCursor
{
    /// <summary>Everything said, or changed, before was read.</summary>
    [JsonPropertyName("since")]
    public required DateTimeOffset Since { get; init; }

    /// <summary>When what is known was last asked after again.</summary>
    [JsonPropertyName("refreshed")]
    public DateTimeOffset Refreshed { get; init; }

    /// <summary>In the middle of a sweep: the vendor's own mark of the page to read next; null between sweeps.</summary>
    [JsonPropertyName("page")]
    public string? Page { get; init; }

    /// <summary>In the middle of a sweep: how far back it reads.</summary>
    [JsonPropertyName("from")]
    public DateTimeOffset From { get; init; }

    /// <summary>In the middle of a sweep: the newest instant it has seen.</summary>
    [JsonPropertyName("newest")]
    public DateTimeOffset Newest { get; init; }

    /// <summary>In the middle of a sweep: it reads the last week again.</summary>
    [JsonPropertyName("again")]
    public bool IsAgain { get; init; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ApiCursor? Parse(string? cursor)
    {
        try
        {
            return cursor is null ? null : JsonSerializer.Deserialize(cursor, ApiCursorJson.Default.ApiCursor);
        }
        catch (JsonException)
        {
            return null; // of another kind of source that had the name before
        }
    }

    /// <inheritdoc />
    public override string ToString() => JsonSerializer.Serialize(this, ApiCursorJson.Default.ApiCursor);
}

/// <summary>Generated code for cursors.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ApiCursor))]
internal sealed partial class ApiCursorJson : JsonSerializerContext;
