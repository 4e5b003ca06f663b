using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.AppStore;

/// <summary>A page of reviews (JSON:API), with the answers to them.</summary>
internal sealed record AppStoreReviews(IReadOnlyList<JsonElement>? Data, IReadOnlyList<AppStoreResponse>? Included, AppStoreLinks? Links);

/// <summary>Where more is.</summary>
internal sealed record AppStoreLinks(string? Next);

/// <summary>A resource <c>customerReviews</c>.</summary>
internal sealed record AppStoreReview(string? Id, AppStoreReviewAttributes? Attributes, AppStoreRelationships? Relationships);

/// <summary>What the customer wrote.</summary>
internal sealed record AppStoreReviewAttributes(double? Rating, string? Title, string? Body, string? ReviewerNickname, string? CreatedDate, string? Territory);

/// <summary>What belongs to a review.</summary>
internal sealed record AppStoreRelationships(AppStoreRelationship? Response);

/// <summary>A reference to the answer.</summary>
internal sealed record AppStoreRelationship(AppStoreReference? Data);

/// <summary>Type and id.</summary>
internal sealed record AppStoreReference(string? Id);

/// <summary>A resource <c>customerReviewResponses</c>.</summary>
internal sealed record AppStoreResponse(string? Id, AppStoreResponseAttributes? Attributes);

/// <summary>How it stands with an answer: <c>PENDING_PUBLISH</c> or <c>PUBLISHED</c>.</summary>
internal sealed record AppStoreResponseAttributes(string? State);

/// <summary>Generated code for reviews.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(AppStoreReviews))]
[JsonSerializable(typeof(AppStoreReview))]
internal sealed partial class AppStoreJson : JsonSerializerContext;
