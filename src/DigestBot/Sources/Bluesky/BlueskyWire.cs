using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.Bluesky;

/// <summary>What <c>searchPosts</c>, <c>getPosts</c> and <c>listNotifications</c> answer.</summary>
internal sealed record BlueskyPage(IReadOnlyList<JsonElement>? Posts, IReadOnlyList<JsonElement>? Notifications, string? Cursor);

/// <summary>A <c>postView</c>; a notification is one without counts and with a reason.</summary>
internal sealed record BlueskyPost(
    string? Uri, BlueskyAuthor? Author, BlueskyRecord? Record, string? Reason, string? IndexedAt, long? LikeCount, long? RepostCount, long? QuoteCount, long? ReplyCount);

/// <summary>A <c>profileViewBasic</c>.</summary>
internal sealed record BlueskyAuthor(string? Did, string? Handle);

/// <summary>The post as it was written, <c>app.bsky.feed.post</c>.</summary>
internal sealed record BlueskyRecord(string? Text, string? CreatedAt, IReadOnlyList<string?>? Langs, IReadOnlyList<BlueskyFacet?>? Facets);

/// <summary>What a stretch of the text is; the stretch is told in bytes of UTF-8.</summary>
internal sealed record BlueskyFacet(BlueskySlice? Index, IReadOnlyList<BlueskyFeature?>? Features);

/// <summary>From the first byte to before the last.</summary>
internal sealed record BlueskySlice(long? ByteStart, long? ByteEnd);

/// <summary>A link has a <c>uri</c>; mentions and tags do not.</summary>
internal sealed record BlueskyFeature(string? Uri);

/// <summary>What <c>createSession</c> takes.</summary>
internal sealed record BlueskyLogin(string Identifier, string Password);

/// <summary>What <c>createSession</c> and <c>refreshSession</c> answer.</summary>
internal sealed record BlueskyTokens(string? AccessJwt, string? RefreshJwt);

/// <summary>Generated code for Bluesky.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(BlueskyPage))]
[JsonSerializable(typeof(BlueskyPost))]
[JsonSerializable(typeof(BlueskyLogin))]
[JsonSerializable(typeof(BlueskyTokens))]
internal sealed partial class BlueskyJson : JsonSerializerContext;
