using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;

namespace DigestBot.Platforms.Teams;

/// <summary>Adaptive Card elements, as far as the views need them.</summary>
internal static class TeamsElements
{
    private const int LongestFallback = 1_000;

    /// <summary>A whole card.</summary>
    public static JsonObject Card(IEnumerable<string> spoken, IEnumerable<JsonObject?> body, IEnumerable<JsonObject> actions) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["fallbackText"] = TeamsText.Inert(VisibleText.Cut(string.Join('\n', spoken), LongestFallback)),
        ["body"] = Array(body),
        ["actions"] = Array(actions),
    };

    /// <summary>Our own words; markdown is read in them, so never a customer's.</summary>
    public static JsonObject Own(string text, Look look = default) => look.On(new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true });

    /// <summary>Words of anybody, run by run; nothing in them is read as markup.</summary>
    public static JsonObject Words(IEnumerable<JsonObject> runs, string? spacing = null)
    {
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = Array(runs) };
        if (spacing is not null)
            block["spacing"] = spacing;
        return block;
    }

    /// <summary>A run of words of anybody.</summary>
    public static JsonObject Run(string text, Look look = default) =>
        (look with { Spacing = null }).On(new JsonObject { ["type"] = "TextRun", ["text"] = TeamsText.Inert(text) });

    /// <summary>Elements side by side.</summary>
    public static JsonObject Columns(IEnumerable<JsonObject> columns, string spacing = "default", bool hasLine = false)
    {
        var set = new JsonObject { ["type"] = "ColumnSet", ["columns"] = Array(columns), ["spacing"] = spacing };
        if (hasLine)
            set["separator"] = true;
        return set;
    }

    /// <summary>One of the columns.</summary>
    public static JsonObject Column(string width, params IEnumerable<JsonObject> items) =>
        new() { ["type"] = "Column", ["width"] = width, ["items"] = Array(items) };

    /// <summary>Elements on a shade.</summary>
    public static JsonObject Panel(IEnumerable<JsonObject> items) =>
        new() { ["type"] = "Container", ["style"] = "emphasis", ["spacing"] = "medium", ["items"] = Array(items) };

    /// <summary>Name, value and comparison of each figure, in even columns.</summary>
    public static JsonObject Figures(IEnumerable<Figure> figures) => Columns(figures.Select(figure => Column(
        "stretch",
        Own(figure.Name, new(Size: "small", IsSubtle: true)),
        Own(figure.Value, new(Size: "medium", IsBold: true, Spacing: "none")).With("wrap", false),
        Own(figure.Change, new(Size: "small", Color: Color(figure.Tone), Spacing: "none")))), "medium");

    /// <summary>The colour of a tone; null is the text's own.</summary>
    public static string? Color(Tone tone) => tone switch { Tone.Good => "good", Tone.Bad => "attention", _ => null };

    /// <summary>The colour of a kind.</summary>
    public static string Color(TouchPointKind kind) => kind switch
    {
        TouchPointKind.Win => "good",
        TouchPointKind.Issue => "attention",
        TouchPointKind.Trend => "accent",
        _ => "warning",
    };

    /// <summary>Nodes as an array, without the missing ones.</summary>
    public static JsonArray Array(IEnumerable<JsonObject?> nodes) => new([.. nodes.Where(node => node is not null)]);
}

/// <summary>How words look; what is null or false is left to the client.</summary>
internal readonly record struct Look(
    string? Size = null, bool IsBold = false, bool IsSubtle = false, string? Color = null, string? Spacing = null, string? Align = null, bool HasLine = false)
{
    /// <summary>Puts it on an element.</summary>
    public JsonObject On(JsonObject element)
    {
        Set(element, "size", Size);
        Set(element, "weight", IsBold ? "bolder" : null);
        Set(element, "color", Color);
        Set(element, "spacing", Spacing);
        Set(element, "horizontalAlignment", Align);
        if (IsSubtle)
            element["isSubtle"] = true;
        if (HasLine)
            element["separator"] = true;
        return element;
    }

    private static void Set(JsonObject element, string name, string? value)
    {
        if (value is not null)
            element[name] = value;
    }
}
