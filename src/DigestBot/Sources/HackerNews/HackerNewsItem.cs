using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.HackerNews;

/// <summary>A page of <c>/api/v1/search_by_date</c>.</summary>
internal sealed record HackerNewsPage
{
    public IReadOnlyList<JsonElement>? Hits { get; init; }

    /// <summary>All that the search finds, also beyond the last page that can be had.</summary>
    [JsonPropertyName("nbHits")]
    public long? Found { get; init; }

    /// <summary>Pages that can be had: no more than 1,000 hits lie on them.</summary>
    [JsonPropertyName("nbPages")]
    public long? Pages { get; init; }
}

/// <summary>A story or a comment, as a search gives it or as <c>/api/v1/items/ID</c> does.</summary>
internal sealed record HackerNewsItem
{
    [JsonPropertyName("objectID")]
    public string? ObjectId { get; init; }

    public string? Id { get; init; }

    public string? Author { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>HTML.</summary>
    public string? CommentText { get; init; }

    /// <summary>HTML.</summary>
    public string? StoryText { get; init; }

    /// <summary>HTML; what an item calls either of the two.</summary>
    public string? Text { get; init; }

    public double? CreatedAtI { get; init; }

    public long? Points { get; init; }

    public long? NumComments { get; init; }

    /// <summary>The tree of comments below an item; a search gives the ids of the direct ones only.</summary>
    public JsonElement? Children { get; init; }
}

/// <summary>Generated code for Hacker News. Comments answer each other deeper than JSON usually goes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = 600,
    Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(HackerNewsPage))]
[JsonSerializable(typeof(HackerNewsItem))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class HackerNewsJson : JsonSerializerContext;
