using System.Text.Json;

namespace DigestBot.Platforms.Slack.Inbound.Sockets;

/// <summary>What came over a socket (docs.slack.dev, "Using Socket Mode").</summary>
internal abstract record SlackEnvelope
{
    private SlackEnvelope()
    {
    }

    /// <summary>The socket is open for business.</summary>
    public sealed record Hello : SlackEnvelope;

    /// <summary>Slack will close this socket: <c>warning</c>, <c>refresh_requested</c>, or <c>link_disabled</c> for good.</summary>
    public sealed record Disconnect(string Reason) : SlackEnvelope;

    /// <summary>Something to be acknowledged by its id; the request is null when it means nothing to us.</summary>
    public sealed record Payload(string Id, SlackRequest? Request) : SlackEnvelope;

    /// <summary>Reads one message; null when it is none that Slack sends.</summary>
    public static SlackEnvelope? Read(ReadOnlySpan<byte> message)
    {
        if (InboundJson.ObjectOf(message) is not { } said)
            return null;
        return said.TextOf("type") switch
        {
            "hello" => new Hello(),
            "disconnect" => new Disconnect(said.TextOf("reason") ?? ""),
            { } type when said.TextOf("envelope_id") is { } id && SlackWire.IsId(id) => PayloadOf(type, id, said.PartOf("payload")),
            _ => null,
        };
    }

    private static Payload? PayloadOf(string type, string id, JsonElement payload)
    {
        if (type is not ("events_api" or "slash_commands" or "interactive"))
            return new(id, null);
        var request = type switch
        {
            "events_api" => SlackRequest.OfEvent(id, payload),
            "slash_commands" => SlackRequest.OfCommand(id, payload),
            _ => SlackRequest.OfInteraction(id, payload),
        };
        return request is null ? null : new(id, request);
    }
}
