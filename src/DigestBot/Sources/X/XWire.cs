using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.X;

/// <summary>What search and lookup answer; without results there is no <c>data</c>.</summary>
internal sealed record XPage(IReadOnlyList<JsonElement>? Data, XIncludes? Includes, IReadOnlyList<XProblem?>? Errors, XMeta? Meta);

/// <summary>Who said it.</summary>
internal sealed record XIncludes(IReadOnlyList<XUser?>? Users);

/// <summary>Where a search goes on.</summary>
internal sealed record XMeta(string? NextToken);

/// <summary>A post that was asked for and cannot be had.</summary>
internal sealed record XProblem(string? Value, string? ResourceId);

/// <summary>An account.</summary>
internal sealed record XUser(string? Id, string? Username, XMetrics? PublicMetrics);

/// <summary>A post. <c>edit_history_tweet_ids</c> begins with the id it had first; a long one has its whole text in <c>note_tweet</c>.</summary>
internal sealed record XPost(
    string? Id, string? Text, string? AuthorId, string? CreatedAt, string? Lang, XMetrics? PublicMetrics, IReadOnlyList<string?>? EditHistoryTweetIds,
    IReadOnlyList<XReference?>? ReferencedTweets, XNote? NoteTweet, XEntities? Entities);

/// <summary>Counts of a post or an account.</summary>
internal sealed record XMetrics(long? RetweetCount, long? ReplyCount, long? LikeCount, long? QuoteCount, long? ImpressionCount, long? FollowersCount);

/// <summary>What it answers, quotes or repeats.</summary>
internal sealed record XReference(string? Type);

/// <summary>The whole of a long post.</summary>
internal sealed record XNote(string? Text);

/// <summary>What stands in the text.</summary>
internal sealed record XEntities(IReadOnlyList<XLink?>? Urls);

/// <summary>A shortened link and where it leads.</summary>
internal sealed record XLink(string? Url, string? ExpandedUrl);

/// <summary>What <c>/2/usage/tweets</c> answers.</summary>
internal sealed record XUsage(XUsed? Data);

/// <summary>Posts a month and posts read in it.</summary>
internal sealed record XUsed(long? ProjectCap, long? ProjectUsage);

/// <summary>Generated code for X.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(XPage))]
[JsonSerializable(typeof(XPost))]
[JsonSerializable(typeof(XUsage))]
internal sealed partial class XJson : JsonSerializerContext;
