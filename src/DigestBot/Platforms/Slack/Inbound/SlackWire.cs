using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>Reads a verified HTTP body into a <see cref="SlackRequest"/>; null when it is not of the shape that Slack sends to that route.</summary>
/// <param name="timestamp">The signed timestamp.</param>
/// <param name="body">The body, byte for byte.</param>
internal delegate SlackRequest? SlackReading(string timestamp, ReadOnlySpan<byte> body);

/// <summary>The shapes of HTTP bodies, one reading a route.</summary>
internal static class SlackWire
{
    private const int LongestId = 100;

    /// <summary>JSON of the Events API, kept under its <c>event_id</c>.</summary>
    public static SlackRequest? Event(string timestamp, ReadOnlySpan<byte> body)
    {
        if (SlackJson.ObjectOf(body) is not { } envelope || envelope.TextOf("type") is not { } type)
            return null;
        if (type != "event_callback")
            return new(SlackRequestKind.Event, Digest(timestamp, body), envelope);
        return EventId(envelope) is { } id && envelope.PartOf("event").ValueKind == JsonValueKind.Object
            ? new(SlackRequestKind.Event, id, envelope)
            : null;
    }

    /// <summary>The form of a slash command. Slack's check of the certificate (<c>ssl_check</c>) comes here too and is no command.</summary>
    public static SlackRequest? Command(string timestamp, ReadOnlySpan<byte> body)
    {
        if (SlackForm.FieldsOf(body) is not { } fields)
            return null;
        return fields.ContainsKey("command") && fields.ContainsKey("user_id") || fields.ContainsKey(CertificateCheck)
            ? new(SlackRequestKind.Command, Digest(timestamp, body), JsonSerializer.SerializeToElement(fields))
            : null;
    }

    /// <summary>The form with one <c>payload</c> of JSON: a button, a shortcut, a view.</summary>
    public static SlackRequest? Interaction(string timestamp, ReadOnlySpan<byte> body) => Payload(SlackRequestKind.Interaction, timestamp, body);

    /// <summary>The form with one <c>payload</c> of JSON: a select that asks for its options.</summary>
    public static SlackRequest? Options(string timestamp, ReadOnlySpan<byte> body) => Payload(SlackRequestKind.Options, timestamp, body);

    /// <summary>The event's own id, unique over all workspaces; null when it has none of a usable shape.</summary>
    public static string? EventId(JsonElement envelope) => envelope.TextOf("event_id") is { } id && IsId(id) ? id : null;

    /// <summary>Something that Slack may use as an id: 1 to 100 letters, digits, hyphens, dots and underscores.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text.AsSpan().IndexOfAnyExcept(IdCharacters) < 0;

    /// <summary>Field of the request by which Slack checks our certificate.</summary>
    public const string CertificateCheck = "ssl_check";

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    private static SlackRequest? Payload(SlackRequestKind kind, string timestamp, ReadOnlySpan<byte> body) =>
        SlackForm.FieldsOf(body) is { } fields
        && fields.TryGetValue("payload", out var payload)
        && SlackJson.ObjectOf(Encoding.UTF8.GetBytes(payload)) is { } content
        && content.TextOf("type") is { Length: > 0 }
            ? new(kind, Digest(timestamp, body), content)
            : null;

    // The timestamp comes first: ids that arrive one after the other lie side by side in the inbox's index.
    private static string Digest(string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return $"{timestamp}.{System.Buffers.Text.Base64Url.EncodeToString(digest)}";
    }
}
