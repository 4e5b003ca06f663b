using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.Reddit;

/// <summary>A <c>Listing</c>.</summary>
internal sealed record RedditListing(RedditListed? Data);

/// <summary>What is in it; <c>after</c> is the fullname to go on behind.</summary>
internal sealed record RedditListed(IReadOnlyList<JsonElement>? Children, string? After);

/// <summary>A thing: <c>t1</c> is a comment, <c>t3</c> a post.</summary>
internal sealed record RedditThing(string? Kind, RedditPost? Data);

/// <summary>A post has a title and perhaps a <c>selftext</c>, a comment a <c>body</c>; <c>name</c> is the fullname.</summary>
internal sealed record RedditPost(
    string? Name, string? Author, string? Title, string? Selftext, string? Body, double? CreatedUtc, long? Score, long? NumComments, long? NumCrossposts,
    string? Permalink, string? RemovedByCategory);

/// <summary>Generated code for Reddit.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(RedditListing))]
[JsonSerializable(typeof(RedditThing))]
internal sealed partial class RedditJson : JsonSerializerContext;
