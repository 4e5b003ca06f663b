using System.Text.Json;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>What kind of thing Slack sent.</summary>
internal enum SlackRequestKind
{
    /// <summary>An envelope of the Events API.</summary>
    Event = 0,

    /// <summary>A slash command.</summary>
    Command = 1,

    /// <summary>A button, a shortcut, a submitted or closed view.</summary>
    Interaction = 2,

    /// <summary>A select asks for its options.</summary>
    Options = 3,
}

/// <summary>One verified request, the same from both ways in. Private: never log it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Slack's own id of it, or the digest of what was sent (decisions.md 11): a repeat has the same.</param>
/// <param name="Body">The envelope of the event, the payload of the interaction, or the command's fields as an object of strings.</param>
internal sealed record SlackRequest(SlackRequestKind Kind, string Id, JsonElement Body)
{
    /// <summary>Its <c>type</c> as sent; empty when there is none. Commands have none.</summary>
    public string Type { get; } = Body.TextOf("type") ?? "";

    /// <summary>The kind as payloads and counters write it.</summary>
    public string KindName => Kind switch
    {
        SlackRequestKind.Event => "event",
        SlackRequestKind.Command => "command",
        SlackRequestKind.Interaction => "interaction",
        _ => "options",
    };

    /// <summary>An envelope of the Events API; null when it is none. An event is known by its own id, unique over all workspaces.</summary>
    /// <param name="id">The id of what is no event itself.</param>
    /// <param name="envelope">The envelope.</param>
    public static SlackRequest? OfEvent(string id, JsonElement envelope) => envelope.TextOf("type") switch
    {
        null => null,
        "event_callback" => envelope.TextOf("event_id") is { } own && SlackWire.IsId(own) && envelope.PartOf("event").ValueKind == JsonValueKind.Object
            ? new(SlackRequestKind.Event, own, envelope)
            : null,
        _ => new(SlackRequestKind.Event, id, envelope),
    };

    /// <summary>The fields of a command; null when they are none. Slack's check of the certificate (<c>ssl_check</c>) comes as one too.</summary>
    public static SlackRequest? OfCommand(string id, JsonElement fields) =>
        (fields.TextOf("command") is not null && fields.TextOf("user_id") is not null) || fields.TextOf(SlackWire.CertificateCheck) is not null
            ? new(SlackRequestKind.Command, id, fields)
            : null;

    /// <summary>The payload of an interaction, or of a select that asks for its options; null when it is none.</summary>
    public static SlackRequest? OfInteraction(string id, JsonElement payload) => payload.TextOf("type") switch
    {
        null or "" => null,
        "block_suggestion" => new(SlackRequestKind.Options, id, payload),
        _ => new(SlackRequestKind.Interaction, id, payload),
    };

    /// <summary>The payload as the inbox keeps it: <c>{"kind":"event|command|interaction","body":{...}}</c>.</summary>
    public string ToPayload() => $$"""{"kind":"{{KindName}}","body":{{Body.GetRawText()}}}""";
}
