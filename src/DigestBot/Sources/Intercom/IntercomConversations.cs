using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.Intercom;

/// <summary>A page of what a search found (<c>conversation.list</c>).</summary>
internal sealed record IntercomConversations(IReadOnlyList<JsonElement>? Conversations, IntercomPages? Pages);

/// <summary>Where more is.</summary>
internal sealed record IntercomPages(IntercomNext? Next);

/// <summary>The mark of the next page.</summary>
internal sealed record IntercomNext(string? StartingAfter);

/// <summary>A conversation.</summary>
internal sealed record IntercomConversation(string? Id, double? CreatedAt, double? UpdatedAt, IntercomMessage? Source, IntercomRating? ConversationRating);

/// <summary>The message that began it; HTML.</summary>
internal sealed record IntercomMessage(string? Subject, string? Body, IntercomAuthor? Author, bool? Redacted);

/// <summary>Who wrote it: <c>user</c>, <c>lead</c> and <c>contact</c> are customers; <c>admin</c>, <c>bot</c> and <c>team</c> are not.</summary>
internal sealed record IntercomAuthor(string? Type, string? Id, string? Name);

/// <summary>What the customer thinks of how it went: 1 to 5 and a remark.</summary>
internal sealed record IntercomRating(double? Rating, string? Remark);

/// <summary>Generated code for conversations.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(IntercomConversations))]
[JsonSerializable(typeof(IntercomConversation))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class IntercomJson : JsonSerializerContext;
