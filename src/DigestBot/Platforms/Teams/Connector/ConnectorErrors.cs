using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>The Connector's errors by name ("Proactive messages", "Messages in bot conversations"), and what they mean for people.</summary>
internal static class ConnectorErrors
{
    /// <summary>A person has blocked the bot, or removed it; or nobody may write in a place at all.</summary>
    public const string MessageWritesBlocked = "MessageWritesBlocked";

    /// <summary>The message is larger than Teams takes.</summary>
    public const string MessageSizeTooBig = "MessageSizeTooBig";

    /// <summary>The bot is not in the team or chat.</summary>
    public const string BotNotInConversationRoster = "BotNotInConversationRoster";

    /// <summary>There is no such conversation, or not any more.</summary>
    public const string ConversationNotFound = "ConversationNotFound";

    /// <summary>Nobody with this id is in the conversation.</summary>
    public const string MemberNotFound = "MemberNotFoundInConversation";

    /// <summary>The address is none of the Connector's that the settings allow; nothing was sent there.</summary>
    public const string UntrustedService = "UntrustedService";

    private const int LongestName = 60;

    /// <summary>
    /// The error's name in an answer; null when it has none. A block is told in a JSON text inside the message. Only what looks like a
    /// name is taken, so that nothing else gets into a log.
    /// </summary>
    public static string? In(ReadOnlySpan<byte> body)
    {
        try
        {
            var answer = JsonNode.Parse(body) as JsonObject;
            return Name(Inner(answer?["message"])?["subCode"]) ?? Name(answer?["error"]?["code"]) ?? Name(answer?["code"]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What an error says to people, with the next step.</summary>
    public static string Words(int status, string? code) => (code, status) switch
    {
        (MessageWritesBlocked, _) => "Teams lets nobody write there: the person has blocked or removed DigestBot, or the team is archived.",
        (BotNotInConversationRoster or "ForbiddenOperationException", _) => "DigestBot is not there: add the app to that team, chat or person in Teams.",
        (ConversationNotFound, _) => "There is no such channel or chat any more: name another one in Digests:Audiences.",
        (UntrustedService, _) => "Teams named an address that is not on the list: check it, and add its host to Teams:AllowedServiceHosts.",
        (_, 401) => "Teams does not take our token: check Teams:AppId, Teams:TenantId and Teams:Cloud ('digestbot doctor teams' tries them).",
        (_, 403) => "Teams does not let DigestBot write there: add the app to that team, chat or person in Teams.",
        (_, 404) => "It is not there any more.",
        (_, 413) => "The message is larger than Teams takes.",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Teams refused it with status {status}{(code is null ? "" : $" ({code})")}."),
    };

    private static JsonObject? Inner(JsonNode? message) =>
        message is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null;

    private static string? Name(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var name) && name.Length is > 0 and <= LongestName && name.All(char.IsAsciiLetterOrDigit) ? name : null;
}
