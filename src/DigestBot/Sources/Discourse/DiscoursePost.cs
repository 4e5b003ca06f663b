using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.Discourse;

/// <summary>What <c>/posts.json</c> answers: the latest 50 posts below an id.</summary>
internal sealed record DiscoursePosts(IReadOnlyList<JsonElement>? LatestPosts);

/// <summary>A page of <c>/search.json</c>: its posts are excerpts only.</summary>
internal sealed record DiscourseFound(IReadOnlyList<JsonElement>? Posts, DiscourseGrouped? GroupedSearchResult);

/// <summary>What a search says of itself.</summary>
internal sealed record DiscourseGrouped(bool? MoreFullPageResults);

/// <summary>A post.</summary>
internal sealed record DiscoursePost
{
    public string? Id { get; init; }

    public string? Username { get; init; }

    public string? CreatedAt { get; init; }

    /// <summary>HTML.</summary>
    public string? Cooked { get; init; }

    /// <summary>As it was typed.</summary>
    public string? Raw { get; init; }

    public double? PostNumber { get; init; }

    public double? PostType { get; init; }

    public long? ReplyCount { get; init; }

    public long? Reads { get; init; }

    public string? TopicId { get; init; }

    public string? TopicSlug { get; init; }

    public string? TopicTitle { get; init; }

    public IReadOnlyList<DiscourseAction?>? ActionsSummary { get; init; }

    public bool? Staff { get; init; }

    public double? UserId { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>When staff took it away; told to staff only.</summary>
    public string? DeletedAt { get; init; }

    /// <summary>The author took it away.</summary>
    public bool? UserDeleted { get; init; }
}

/// <summary>How often something was done to a post; 2 is a like.</summary>
internal sealed record DiscourseAction(double? Id, long? Count);

/// <summary>Generated code for Discourse.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(DiscoursePosts))]
[JsonSerializable(typeof(DiscourseFound))]
[JsonSerializable(typeof(DiscoursePost))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class DiscourseJson : JsonSerializerContext;
