using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Buttons in cards (decisions.md 14): one that asks for more is an Action.Submit that opens a dialog, a one-tap one is an
/// Action.Execute with an Action.Submit for clients that do not know it. Their data is the verb and opaque ids.
/// </summary>
internal static class TeamsActions
{
    /// <summary>A button for each action; those of the menu last.</summary>
    public static IEnumerable<JsonObject> Of(IEnumerable<CardAction> actions) => actions.OrderBy(action => action.IsInMenu).Select(Button);

    /// <summary>Opens a page; nothing without an address.</summary>
    public static IEnumerable<JsonObject> Open(string? page) =>
        page is null ? [] : [new() { ["type"] = "Action.OpenUrl", ["title"] = "Open", ["url"] = page }];

    private static JsonObject Button(CardAction action)
    {
        var button = action.OpensDialog ? Dialog(action) : OneTap(action);
        if (action.IsPrimary)
            button["style"] = "positive";
        if (action.IsInMenu)
            button["mode"] = "secondary";
        return button;
    }

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
