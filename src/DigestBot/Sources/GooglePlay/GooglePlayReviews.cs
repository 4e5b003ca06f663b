using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.GooglePlay;

/// <summary>What <c>reviews.list</c> answers; no <c>reviews</c> at all when there are none.</summary>
internal sealed record GooglePlayReviews(IReadOnlyList<JsonElement>? Reviews, GooglePlayPaging? TokenPagination);

/// <summary>Where more is.</summary>
internal sealed record GooglePlayPaging(string? NextPageToken);

/// <summary>A review with what was said to and fro.</summary>
internal sealed record GooglePlayReview(string? ReviewId, string? AuthorName, IReadOnlyList<GooglePlayComment?>? Comments);

/// <summary>Either the customer's words or the developer's.</summary>
internal sealed record GooglePlayComment(GooglePlayUserComment? UserComment, GooglePlayDeveloperComment? DeveloperComment);

/// <summary>The customer's words.</summary>
internal sealed record GooglePlayUserComment(string? Text, GooglePlayTime? LastModified, double? StarRating, string? ReviewerLanguage, long? ThumbsUpCount);

/// <summary>The developer's answer.</summary>
internal sealed record GooglePlayDeveloperComment(string? Text);

/// <summary>Seconds since 1970.</summary>
internal sealed record GooglePlayTime(double? Seconds);

/// <summary>Generated code for reviews.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(GooglePlayReviews))]
[JsonSerializable(typeof(GooglePlayReview))]
internal sealed partial class GooglePlayJson : JsonSerializerContext;
