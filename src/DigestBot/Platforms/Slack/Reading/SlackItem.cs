using System.Text;
using System.Text.Json;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>An item of the inbox, opened.</summary>
/// <param name="Kind"><c>event</c>, <c>command</c> or <c>interaction</c>.</param>
/// <param name="Body">The event's envelope, the command's fields, the interaction's payload.</param>
/// <param name="From">Who did it, and where.</param>
internal sealed record SlackItem(string Kind, JsonElement Body, SlackFrom From)
{
    /// <summary>The event itself; undefined for other kinds.</summary>
    public JsonElement Event => Body.PartOf("event");

    /// <summary>The event's or interaction's type; empty for a command.</summary>
    public string Type => (Kind == "event" ? Event : Body).TextOf("type") ?? "";

    /// <summary>When it came, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Opens an item; null when it is not of the shape that the intake keeps.</summary>
    public static SlackItem? Of(InboxItem item)
    {
        if (InboundJson.ObjectOf(Encoding.UTF8.GetBytes(item.Payload)) is not { } kept || kept.PartOf("body") is not { ValueKind: JsonValueKind.Object } body)
            return null;
        return kept.TextOf("kind") switch
        {
            "event" => new("event", body, SlackFrom.Event(body)) { ReceivedAt = item.ReceivedAt },
            "command" => new("command", body, SlackFrom.Command(body)) { ReceivedAt = item.ReceivedAt },
            "interaction" => new("interaction", body, SlackFrom.Interaction(body)) { ReceivedAt = item.ReceivedAt },
            _ => null,
        };
    }
}
