using System.Text.Json;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Platforms.Slack.Dialogs;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Who did something in Slack, and where; read from whatever Slack sent. Private: it holds a secret address for the answer.</summary>
internal sealed record SlackFrom
{
    /// <summary>Slack's id of the team; null when a whole organisation installed the app.</summary>
    public string? Team { get; init; }

    /// <summary>Slack's id of the Enterprise Grid, or null.</summary>
    public string? Enterprise { get; init; }

    /// <summary>Slack's id of the team that the person belongs to, as far as it was said.</summary>
    public string? Home { get; init; }

    /// <summary>Slack's id of the person; empty where nobody did it.</summary>
    public string User { get; init; } = "";

    /// <summary>Slack's id of the channel, or null.</summary>
    public string? Channel { get; init; }

    /// <summary><c>ts</c> of the message that it was done to, or null.</summary>
    public string? Message { get; init; }

    /// <summary><c>ts</c> of the thread's first message, or null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>Slack's id of the bot in this workspace; empty when it was not said.</summary>
    public string Bot { get; init; } = "";

    /// <summary>Where Slack takes the answer, or null.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Belongs to another company, in a channel shared with it.</summary>
    public bool IsForeign => Enterprise is null && Home is { } home && Team is { } team && home != team;

    /// <summary>From an event's envelope.</summary>
    public static SlackFrom Event(JsonElement envelope)
    {
        var happened = envelope.PartOf("event");
        var item = happened.PartOf("item");
        var authorized = First(envelope.PartOf("authorizations"));
        return new()
        {
            Team = envelope.TextOf("team_id"),
            Enterprise = envelope.TextOf("enterprise_id") ?? authorized.TextOf("enterprise_id"),
            Home = happened.TextOf("user_team") ?? happened.TextOf("source_team") ?? happened.TextOf("team"),
            User = happened.TextOf("user") ?? "",
            Channel = item.TextOf("channel") ?? happened.TextOf("channel"),
            Message = item.TextOf("ts") ?? happened.TextOf("ts"),
            Thread = happened.TextOf("thread_ts"),
            Bot = authorized.TextOf("user_id") ?? "",
        };
    }

    /// <summary>From a command's fields.</summary>
    public static SlackFrom Command(JsonElement fields) => new()
    {
        Team = fields.TextOf("team_id"),
        Enterprise = fields.TextOf("enterprise_id"),
        User = fields.TextOf("user_id") ?? "",
        Channel = fields.TextOf("channel_id"),
        ResponseUrl = fields.TextOf("response_url"),
    };

    /// <summary>From an interaction's payload.</summary>
    public static SlackFrom Interaction(JsonElement payload)
    {
        var container = payload.PartOf("container");
        // A modal stands in no channel; it carries where the button stood that opened it.
        var opened = DialogMetadata.Parse(payload.PartOf("view").TextOf("private_metadata"));
        return new()
        {
            Team = payload.PartOf("team").TextOf("id") ?? payload.PartOf("user").TextOf("team_id"),
            Enterprise = payload.PartOf("enterprise").TextOf("id"),
            Home = payload.PartOf("user").TextOf("team_id"),
            User = payload.PartOf("user").TextOf("id") ?? "",
            Channel = payload.PartOf("channel").TextOf("id") ?? container.TextOf("channel_id") ?? opened?.Channel,
            Message = container.TextOf("message_ts") ?? payload.PartOf("message").TextOf("ts"),
            Thread = container.TextOf("thread_ts") ?? payload.PartOf("message").TextOf("thread_ts") ?? opened?.Thread,
            ResponseUrl = payload.TextOf("response_url"),
        };
    }

    /// <summary>The message it was done to, as the Core knows messages; null without one.</summary>
    /// <param name="workspace">The workspace.</param>
    public PostedMessage? MessageIn(string? workspace) => Posted(workspace, Message);

    /// <summary>The first message of the thread it was done in; null outside threads.</summary>
    /// <param name="workspace">The workspace.</param>
    public PostedMessage? ThreadIn(string? workspace) => Posted(workspace, Thread);

    /// <summary>By which ways an answer gets back.</summary>
    /// <param name="workspace">The workspace.</param>
    public SlackReplyTo ReplyTo(string? workspace) => new(workspace, User) { Channel = Channel, Thread = Thread, ResponseUrl = ResponseUrl };

    /// <summary>Says who, not where to: the answer's address is a secret.</summary>
    public override string ToString() => $"{nameof(SlackFrom)} {Team}/{User}";

    private static JsonElement First(JsonElement array) => array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().FirstOrDefault() : default;

    private PostedMessage? Posted(string? workspace, string? ts) => ts is null || Channel is null
        ? null
        : new(SlackAddress.Platform, new SlackAddress(workspace, Channel).ToString(), ts);
}
