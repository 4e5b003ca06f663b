using System.Text.Json;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Platforms.Slack.Reading;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Where on the screen a modal goes.</summary>
internal enum DialogPlace
{
    /// <summary>A new modal over the message or Home.</summary>
    New = 0,

    /// <summary>On top of the modal in which the button was pressed; Slack stacks three.</summary>
    OnTop = 1,

    /// <summary>In place of what the modal shows: its next page.</summary>
    InPlace = 2,
}

/// <summary>A press of a button (or the choice of a message's menu) that opens a dialog.</summary>
internal sealed record SlackPress
{
    /// <summary>Name of the dialog: the first word of the button's value.</summary>
    public required string Dialog { get; init; }

    /// <summary>What follows it: a touch point's id, a follow-up's number.</summary>
    public string About { get; init; } = "";

    /// <summary>Who pressed, and where.</summary>
    public required SlackFrom From { get; init; }

    /// <summary>Opens one modal within three seconds.</summary>
    public required string Trigger { get; init; }

    /// <summary>Slack's id of who pressed.</summary>
    public string User => From.User;

    /// <summary>Id of the channel in which the button (or what opened its modal) stands; null in Home.</summary>
    public string? Channel => From.Channel;

    /// <summary>The <c>ts</c> of the thread in which it stands; null outside a thread.</summary>
    public string? Thread => From.Thread;

    /// <summary>The modal in which the button was pressed; null outside one.</summary>
    public PressedModal? Modal { get; init; }

    /// <summary>The message chosen by its menu; null for a button.</summary>
    public JsonElement? Message { get; init; }

    /// <summary>Where the modal goes.</summary>
    public DialogPlace Place
    {
        get
        {
            if (Modal is null)
                return DialogPlace.New;
            return Modal.Dialog == Dialog ? DialogPlace.InPlace : DialogPlace.OnTop;
        }
    }

    /// <summary>Reads an interaction; null when it opens nothing that could be a dialog.</summary>
    public static SlackPress? Read(JsonElement payload) => payload.TextOf("type") switch
    {
        "block_actions" when Value(payload) is { } value => Read(payload, Head(value), Tail(value)),
        "message_action" when payload.TextOf("callback_id") == SlackManifest.AddToDigest && payload.PartOf("message") is { ValueKind: JsonValueKind.Object } message =>
            Read(payload, "add", "") is { } press ? press with { Message = message.Clone() } : null,
        _ => null,
    };

    private static SlackPress? Read(JsonElement payload, string dialog, string about) =>
        SlackFrom.Interaction(payload) is { User.Length: > 0 } from && payload.TextOf("trigger_id") is { } trigger
            ? new() { Dialog = dialog, About = about, From = from, Trigger = trigger, Modal = PressedModal.Read(payload) }
            : null;

    // One button is pressed at a time; only check boxes come several at once.
    private static string? Value(JsonElement payload) => payload.PartOf("actions") is { ValueKind: JsonValueKind.Array } actions && actions.GetArrayLength() > 0
        ? (actions[0].TextOf("value") ?? actions[0].PartOf("selected_option").TextOf("value"))?.Trim()
        : null;

    private static string Head(string value) => value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? value[..end] : value;

    private static string Tail(string value) => value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? value[(end + 1)..].Trim() : "";
}

/// <summary>The modal in which a button was pressed.</summary>
/// <param name="Id">Slack's id of the view.</param>
/// <param name="Hash">Tells its version: a write over a newer one is refused by Slack.</param>
/// <param name="Dialog">The dialog it shows.</param>
internal sealed record PressedModal(string Id, string? Hash, string Dialog)
{
    /// <summary>Reads it; null when the button stands elsewhere.</summary>
    public static PressedModal? Read(JsonElement payload) =>
        payload.PartOf("view") is { ValueKind: JsonValueKind.Object } view && view.TextOf("type") == "modal" && view.TextOf("id") is { } id
            ? new(id, view.TextOf("hash"), view.TextOf("callback_id") ?? "")
            : null;
}
