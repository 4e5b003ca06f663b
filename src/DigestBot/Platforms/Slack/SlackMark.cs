using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack;

/// <summary>
/// What a message carries to be found again. Every app and user of the workspace can read it, and a delivery's key names
/// audiences and people: so it is a keyed hash of the key, which tells nobody anything and which nobody can make up.
/// </summary>
internal sealed class SlackMark
{
    private const string EventType = "digestbot_delivery";
    private const int Letters = 32;

    private readonly byte[][] _secrets;

    /// <summary>Takes the secrets from the settings: the current one marks, the previous one is still found.</summary>
    public SlackMark(SlackOptions options) =>
        _secrets = [.. new[] { options.SigningSecret ?? options.AppToken, options.PreviousSigningSecret }.OfType<string>().Select(Encoding.UTF8.GetBytes)];

    /// <summary>The metadata for a delivery's message.</summary>
    public JsonObject On(DeliveryKey key) =>
        new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["key"] = Of(key, _secrets[0]) } };

    /// <summary>Whether this metadata, of whatever app, marks the delivery.</summary>
    public bool IsOn(SlackMetadata? metadata, DeliveryKey key) =>
        metadata is { EventType: EventType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("key", out var value)
        && value.ValueKind == JsonValueKind.String
        && Array.Exists(_secrets, secret => value.ValueEquals(Of(key, secret)));

    private static string Of(DeliveryKey key, byte[] secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(key.ToString())))[..Letters];
}
