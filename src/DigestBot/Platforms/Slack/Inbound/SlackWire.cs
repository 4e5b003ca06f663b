using System.Buffers;
using System.Buffers.Text;
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
    /// <summary>Field of the request by which Slack checks our certificate.</summary>
    public const string CertificateCheck = "ssl_check";

    private const int LongestId = 100;

    // What is kept is wrapped once and read again with the usual depth.
    private const int DeepestBody = 60;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>JSON of the Events API.</summary>
    public static SlackRequest? Event(string timestamp, ReadOnlySpan<byte> body) =>
        InboundJson.ObjectOf(body, DeepestBody) is { } envelope ? SlackRequest.OfEvent(Digest(timestamp, body), envelope) : null;

    /// <summary>The form of a slash command.</summary>
    public static SlackRequest? Command(string timestamp, ReadOnlySpan<byte> body) => SlackForm.FieldsOf(body) is { } fields
        ? SlackRequest.OfCommand(Digest(timestamp, body), JsonSerializer.SerializeToElement(fields))
        : null;

    /// <summary>The form with one <c>payload</c> of JSON: a button, a shortcut, a view, a select that asks for its options.</summary>
    public static SlackRequest? Interaction(string timestamp, ReadOnlySpan<byte> body) =>
        SlackForm.FieldsOf(body) is { } fields
        && fields.TryGetValue("payload", out var payload)
        && InboundJson.ObjectOf(Encoding.UTF8.GetBytes(payload), DeepestBody) is { } content
            ? SlackRequest.OfInteraction(Digest(timestamp, body), content)
            : null;

    /// <summary>Something that Slack may use as an id: 1 to 100 letters, digits, hyphens, dots and underscores.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= LongestId && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    // The timestamp comes first: ids that arrive one after the other lie side by side in the inbox's index.
    private static string Digest(string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return $"{timestamp}.{Base64Url.EncodeToString(digest)}";
    }
}
