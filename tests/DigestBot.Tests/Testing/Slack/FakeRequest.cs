using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Something Slack sends to the bot: how it comes over HTTPS, signed, and what is in it.</summary>
/// <param name="Kind"><c>event</c>, <c>command</c>, <c>interaction</c> or <c>options</c>.</param>
/// <param name="Body">The event's envelope, the interaction's payload, or the command's fields.</param>
internal sealed record FakeRequest(string Kind, JsonObject Body)
{
    /// <summary>Where it goes.</summary>
    public string Path => Kind switch
    {
        "event" => "/slack/events", "command" => "/slack/commands", "options" => "/slack/options", _ => "/slack/interactivity",
    };

    /// <summary>The bytes on the wire.</summary>
    public string Raw => Kind switch
    {
        "event" => Body.ToJsonString(),
        "command" => Form(Body.Select(one => (one.Key, one.Value!.GetValue<string>()))),
        _ => Form([("payload", Body.ToJsonString())]),
    };

    /// <summary>The payload of an inbox item.</summary>
    public string InboxPayload => new JsonObject { ["kind"] = Kind, ["body"] = Body.DeepClone() }.ToJsonString();

    /// <summary>As an HTTP request, signed.</summary>
    /// <param name="bot">Where the bot is.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="secret">What it is signed with.</param>
    public HttpRequestMessage ToHttp(Uri bot, DateTimeOffset at, string secret = FakeSlack.SigningSecret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Raw));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Kind == "event" ? "application/json" : "application/x-www-form-urlencoded");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, Path)) { Content = content };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Sign(secret, timestamp, Raw));
        return request;
    }

    /// <summary>Slack's signature: <c>v0=</c> and lower-case hex.</summary>
    public static string Sign(string secret, string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    private static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
}
