using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Buttons in cards (decisions.md 14): one that asks for more or only shows something is an Action.Submit that opens a dialog, a
/// one-tap one is an Action.Execute with an Action.Submit for clients that do not know it. Their data is what would be typed.
/// </summary>
internal static class TeamsActions
{
    /// <summary>Longest arguments of a button, in UTF-16 units: as much as anybody would type. A longer one is left out.</summary>
    public const int LongestArguments = 300;

    /// <summary>A button for each action; those of the menu stand behind the last of them.</summary>
    public static IEnumerable<JsonObject> Of(IEnumerable<CardAction> actions)
    {
        var buttons = actions.Where(action => action.Arguments.Length <= LongestArguments).ToLookup(action => action.IsInMenu, Button);
        return buttons[true].Any() ? [.. buttons[false], Menu(buttons[true])] : buttons[false];
    }

    /// <summary>Opens a page; nothing without an address.</summary>
    public static IEnumerable<JsonObject> Open(string? page) =>
        page is null ? [] : [new() { ["type"] = "Action.OpenUrl", ["title"] = "Open the page", ["url"] = page }];

    private static JsonObject Button(CardAction action)
    {
        var button = action.OpensDialog || action.OnlyShows ? Dialog(action) : OneTap(action);
        if (action.IsPrimary)
            button["style"] = "positive";
        return button;
    }

    // Not the overflow menu of 1.5 (mode: secondary): some clients draw it as one button more, and all count it as one.
    private static JsonObject Menu(IEnumerable<JsonObject> buttons) => new()
    {
        ["type"] = "Action.ShowCard",
        ["title"] = "More...",
        ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["actions"] = TeamsElements.Array(buttons) },
    };

    private static JsonObject Dialog(CardAction action)
    {
        var data = Data(action);
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return Submit(action, data);
    }

    private static JsonObject OneTap(CardAction action) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = action.Title,
        ["verb"] = action.Verb,
        ["data"] = Data(action),
        ["fallback"] = Submit(action, Data(action)),
    };

    private static JsonObject Submit(CardAction action, JsonObject data) =>
        new() { ["type"] = "Action.Submit", ["title"] = action.Title, ["data"] = data };

    // Without arguments of its own a button sends those that an input of the same name was set to.
    private static JsonObject Data(CardAction action)
    {
        var data = new JsonObject { ["verb"] = action.Verb };
        if (action.Arguments.Length > 0)
            data["args"] = action.Arguments;
        return data;
    }
}
