using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Modals as JSON, inside Slack's limits: 24 characters of title, 100 blocks.</summary>
internal static class SlackModal
{
    private const int LongestTitle = 24;
    private const int MostBlocks = 100;

    /// <summary>What stands there at once, while the rest is fetched: a trigger opens a modal for three seconds only.</summary>
    public static JsonObject Loading(string name, string title) => Words(name, title, "Loading...");

    /// <summary>A modal that only tells something.</summary>
    public static JsonObject Words(string name, string title, string text) => Shown(name, title, [RichText(Paragraph(Run(VisibleText.Lines(text, 2_000))))]);

    /// <summary>A modal to read.</summary>
    public static JsonObject Shown(string name, string title, IEnumerable<JsonObject?> blocks, DialogMetadata? metadata = null)
    {
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = name,
            ["title"] = Plain(title, LongestTitle),
            ["close"] = Plain("Close", LongestTitle),
            ["blocks"] = Array(blocks.OfType<JsonObject>().Take(MostBlocks)),
        };
        if (metadata is not null)
            view["private_metadata"] = metadata.ToString();
        return view;
    }

    /// <summary>A modal to fill in.</summary>
    /// <param name="name">The dialog.</param>
    /// <param name="title">At most 24 characters.</param>
    /// <param name="submit">What stands on the button that sends it.</param>
    /// <param name="blocks">At least one input among them.</param>
    /// <param name="metadata">What it carries to its submission.</param>
    public static JsonObject Form(string name, string title, string submit, IEnumerable<JsonObject?> blocks, DialogMetadata metadata)
    {
        var view = Shown(name, title, blocks, metadata);
        view["submit"] = Plain(submit, LongestTitle);
        view["close"] = Plain("Cancel", LongestTitle);
        return view;
    }
}
