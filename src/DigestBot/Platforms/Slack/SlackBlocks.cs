using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack;

/// <summary>Block Kit, as far as the views need it. Every text is cut to the limit of its place, so that no message is refused for its length.</summary>
internal static class SlackBlocks
{
    /// <summary>Longest value of a button, in UTF-16 units: as much as anybody would type. Slack allows more; a longer one is none of ours.</summary>
    public const int LongestValue = 300;

    private const int LongestText = 2_900;
    private const int LongestContext = 1_900;
    private const int LongestHeader = 150;
    private const int LongestButton = 75;
    private const int LongestId = 200;
    private const int LongestAddress = 3_000;

    /// <summary>A title; plain text.</summary>
    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, LongestHeader) };

    /// <summary>Small print; plain text.</summary>
    public static JsonObject Context(params IEnumerable<JsonObject> elements) => new() { ["type"] = "context", ["elements"] = Array(elements) };

    /// <summary>Small print of one plain text.</summary>
    public static JsonObject Context(string text) => Context([Plain(text, LongestContext)]);

    /// <summary>A line between parts.</summary>
    public static JsonObject Divider() => new() { ["type"] = "divider" };

    /// <summary>A paragraph of plain text with something beside it.</summary>
    public static JsonObject Section(string text, JsonObject accessory) =>
        new() { ["type"] = "section", ["text"] = Plain(text, LongestText), ["accessory"] = accessory };

    /// <summary>Figures in two columns.</summary>
    public static JsonObject Fields(IEnumerable<Figure> figures) =>
        new() { ["type"] = "section", ["fields"] = Array(figures.Select(Field)) };

    /// <summary>Typed text: nothing in it is parsed.</summary>
    public static JsonObject RichText(params IEnumerable<JsonObject> elements) => new() { ["type"] = "rich_text", ["elements"] = Array(elements) };

    /// <summary>A paragraph of typed text.</summary>
    public static JsonObject Paragraph(params IEnumerable<JsonObject> runs) => new() { ["type"] = "rich_text_section", ["elements"] = Array(runs) };

    /// <summary>A quotation of typed text.</summary>
    public static JsonObject Quotation(params IEnumerable<JsonObject> runs) => new() { ["type"] = "rich_text_quote", ["elements"] = Array(runs) };

    /// <summary>A numbered list; the numbers match the keycap reactions.</summary>
    public static JsonObject Numbered(IEnumerable<JsonObject> paragraphs) =>
        new() { ["type"] = "rich_text_list", ["style"] = "ordered", ["elements"] = Array(paragraphs) };

    /// <summary>A list with dots.</summary>
    public static JsonObject Listed(IEnumerable<JsonObject> paragraphs) =>
        new() { ["type"] = "rich_text_list", ["style"] = "bullet", ["elements"] = Array(paragraphs) };

    /// <summary>A run of typed text; never empty.</summary>
    public static JsonObject Run(string text, bool isBold = false)
    {
        var run = new JsonObject { ["type"] = "text", ["text"] = VisibleText.Cut(text, LongestText) };
        if (isBold)
            run["style"] = new JsonObject { ["bold"] = true };
        return run;
    }

    /// <summary>What can be typed, set as code.</summary>
    public static JsonObject Code(string typed) =>
        new() { ["type"] = "text", ["text"] = VisibleText.Cut(typed, LongestText), ["style"] = new JsonObject { ["code"] = true } };

    /// <summary>A link whose label names its host; null for what is no web address.</summary>
    public static JsonObject? Link(string? address) => OriginalLink.OrNull(address) is { } original
        ? new() { ["type"] = "link", ["url"] = original.Address, ["text"] = original.Label }
        : null;

    /// <summary>Our own words with Slack's own formatting; never a customer's. Nothing in them is made a link.</summary>
    public static JsonObject Mrkdwn(string ownWords) => new() { ["type"] = "mrkdwn", ["text"] = ownWords, ["verbatim"] = true };

    /// <summary>Plain text without emoji codes.</summary>
    public static JsonObject Plain(string text, int longest) =>
        new() { ["type"] = "plain_text", ["text"] = VisibleText.Cut(text, longest), ["emoji"] = false };

    /// <summary>Buttons, with the menu behind the last of them; null when there is nothing to press.</summary>
    public static JsonObject? Actions(IReadOnlyList<CardAction> actions, string? page = null)
    {
        // What somebody typed may come back on a button; one that Slack would refuse is better missing than the whole message.
        actions = [.. actions.Where(action => Typed(action).Length <= LongestValue)];
        var elements = actions.Where(action => !action.IsInMenu).Select(Button).ToList();
        if (page is not null)
            elements.Add(new() { ["type"] = "button", ["action_id"] = "open", ["text"] = Plain("Open the page", LongestButton), ["url"] = page });
        if (actions.Any(action => action.IsInMenu))
            elements.Add(Menu([.. actions.Where(action => action.IsInMenu)]));
        return elements.Count == 0 ? null : new() { ["type"] = "actions", ["elements"] = Array(elements) };
    }

    /// <summary>Buttons that open an address; null without any.</summary>
    public static JsonObject? Links(params IEnumerable<(string Title, string? Address)> links)
    {
        var buttons = links.Where(link => link.Address is { Length: <= LongestAddress }).Select((link, at) => new JsonObject
        {
            ["type"] = "button", ["action_id"] = $"open:{at}", ["text"] = Plain(link.Title, LongestButton), ["url"] = link.Address,
        }).ToList();
        return buttons.Count == 0 ? null : new() { ["type"] = "actions", ["elements"] = Array(buttons) };
    }

    /// <summary>One button; its value is what would be typed.</summary>
    public static JsonObject Button(CardAction action)
    {
        var button = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = Id(action),
            ["text"] = Plain(action.Title, LongestButton),
            ["value"] = Typed(action),
        };
        if (action.IsPrimary)
            button["style"] = "primary";
        return button;
    }

    /// <summary>Actions behind three dots.</summary>
    /// <param name="actions">One to five, as many as Slack lets stand there.</param>
    public static JsonObject Menu(IReadOnlyList<CardAction> actions) => new()
    {
        ["type"] = "overflow",
        ["action_id"] = $"menu:{Id(actions[0])}",
        ["options"] = Array(actions.Select(action => new JsonObject { ["text"] = Plain(action.Title, LongestButton), ["value"] = Typed(action) })),
    };

    /// <summary>Nodes as an array, without the missing ones.</summary>
    public static JsonArray Array(IEnumerable<JsonObject?> nodes) => new([.. nodes.Where(node => node is not null)]);

    private static JsonObject Field(Figure figure) => Mrkdwn($"{figure.Name}\n*{figure.Value}*  {figure.Change}");

    // The verb in sight, so that every message has each id once and a reader of payloads knows the button.
    private static string Id(CardAction action)
    {
        var typed = Typed(action).Replace(' ', ':');
        return typed.Length <= LongestId ? typed : $"{action.Verb}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typed)).AsSpan(0, 8))}";
    }

    private static string Typed(CardAction action) => $"{action.Verb} {action.Arguments}".TrimEnd();
}
