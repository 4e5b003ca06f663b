using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.Mastodon;

/// <summary>What <c>/api/v2/search</c> answers.</summary>
internal sealed record MastodonFound(IReadOnlyList<JsonElement>? Statuses);

/// <summary>A <c>Notification</c>.</summary>
internal sealed record MastodonNotification(string? Type, MastodonStatus? Status);

/// <summary>A <c>Status</c>; its content is HTML.</summary>
internal sealed record MastodonStatus(
    string? Id, string? CreatedAt, string? Visibility, string? Language, string? Uri, string? Url, string? SpoilerText, string? Content,
    long? RepliesCount, long? ReblogsCount, long? FavouritesCount, JsonElement? Reblog, MastodonAccount? Account);

/// <summary>An <c>Account</c>; <c>acct</c> has the server behind it unless it is the one asked.</summary>
internal sealed record MastodonAccount(string? Id, string? Acct, long? FollowersCount);

/// <summary>Generated code for Mastodon.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(MastodonFound))]
[JsonSerializable(typeof(MastodonNotification))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>), TypeInfoPropertyName = "Items")]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class MastodonJson : JsonSerializerContext;
