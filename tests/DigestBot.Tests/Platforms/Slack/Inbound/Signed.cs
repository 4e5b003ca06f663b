using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>Requests as Slack signs them, written from Slack's own description and not from our check of it.</summary>
internal static class Signed
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>The signature header of a body.</summary>
    public static string Header(long timestamp, byte[] body, string secret = Secret)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:")).Concat(body).ToArray();
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <summary>A POST with both headers.</summary>
    /// <param name="path">The route.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="sentAt">When Slack sent it; now unless given.</param>
    /// <param name="secret">What it is signed with.</param>
    /// <param name="mediaType">Its content type; that of the route unless given.</param>
    public static HttpRequestMessage Post(string path, byte[] body, DateTimeOffset? sentAt = null, string secret = Secret, string? mediaType = null)
    {
        var timestamp = (sentAt ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        var request = Unsigned(path, body, mediaType);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", Header(timestamp, body, secret));
        return request;
    }

    /// <summary>A POST with neither.</summary>
    public static HttpRequestMessage Unsigned(string path, byte[] body, string? mediaType = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        var type = mediaType ?? (path == "/slack/events" ? "application/json" : "application/x-www-form-urlencoded");
        if (type.Length > 0)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return request;
    }
}
