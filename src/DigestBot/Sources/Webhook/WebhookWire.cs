using System.Security.Cryptography;
using System.Text;
using DigestBot.Platforms;
using Microsoft.Net.Http.Headers;
using Secret = DigestBot.Outgoing.Secret;

namespace DigestBot.Sources.Webhook;

/// <summary>The names on the wire.</summary>
internal static class WebhookWire
{
    /// <summary>Whose items they are in the inbox.</summary>
    public const string Platform = "webhook";

    /// <summary>Header with the time of sending in Unix seconds.</summary>
    public const string TimestampHeader = "X-DigestBot-Timestamp";

    /// <summary>Header with <c>v1=</c> and the hex digest.</summary>
    public const string SignatureHeader = "X-DigestBot-Signature";

    /// <summary>Header with the sender's own name for a delivery: sent again, it has no second effect.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The longest body taken, in bytes; a larger one is refused with 413.</summary>
    public const int LongestBody = 1 << 20;

    private const int LongestKey = 255;

    private static readonly string[] Lines = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"];

    /// <summary>The signature of who knows one of the secrets.</summary>
    public static BodySignature Signature(IEnumerable<Secret?> secrets, TimeProvider clock) =>
        new("v1", secrets.OfType<Secret>().Where(secret => secret.IsGiven).Select(secret => secret.Reveal()), clock);

    /// <summary>The body holds an item a line; null when it is neither that nor JSON.</summary>
    public static bool? IsLines(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.ContentEncoding) ? null
        : Array.Exists(Lines, type => request.IsSentAs(type)) ? true
        : request.IsSentAs("application/json") ? false
        : null;

    /// <summary>What the inbox knows a delivery by: the sender's key, or else what it holds. Null when the key is none.</summary>
    public static string? IdOf(string source, HttpRequest request, byte[] body)
    {
        var keys = request.Headers[KeyHeader];
        if (keys.Count == 0)
            return $"{source}.body.{Digest(body)}";
        var key = keys.ToString();
        return keys.Count == 1 && key.Length is > 0 and <= LongestKey ? $"{source}.key.{Digest(Encoding.UTF8.GetBytes(key))}" : null;
    }

    private static string Digest(byte[] of) => Convert.ToHexStringLower(SHA256.HashData(of));
}
