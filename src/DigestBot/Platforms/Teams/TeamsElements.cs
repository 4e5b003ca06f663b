using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;

namespace DigestBot.Platforms.Teams;

/// <summary>Adaptive Card elements, as far as the views need them. What Teams draws beyond them is in <see cref="TeamsExtras"/>.</summary>
internal static class TeamsElements
{
    private const int LongestFallback = 400;
    private const int LongestSpoken = 2_000;
    private const int MostWeeks = 8;

    /// <summary>A whole card, with what a screen reader says of it and what a client says that shows no cards.</summary>
    public static JsonObject Card(IEnumerable<string> spoken, IEnumerable<JsonObject?> body, IEnumerable<JsonObject> actions)
    {
        var words = string.Join('\n', spoken);
        return new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["fallbackText"] = TeamsText.Bare(VisibleText.Cut(words, LongestFallback)),
            ["speak"] = TeamsText.Bare(VisibleText.Cut(words, LongestSpoken)),
            ["body"] = Array(body),
            ["actions"] = Array(actions),
        };
    }

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

    /// <summary>One run of words of anybody as a paragraph.</summary>
    public static JsonObject Words(string text, Look look = default) => Words([Run(text, look)], look.Spacing);

    /// <summary>A run of words of anybody.</summary>
    public static JsonObject Run(string text, Look look = default) =>
        (look with { Spacing = null }).On(new JsonObject { ["type"] = "TextRun", ["text"] = TeamsText.Inert(text) });

    /// <summary>What can be typed, set as code.</summary>
    public static JsonObject Code(string typed) => Run(typed, Look.Small).With("fontType", "monospace");

    /// <summary>Facts one after the other, strong ones bold; runs that look alike are one.</summary>
    public static IEnumerable<JsonObject> Facts(IEnumerable<Fact> facts, bool isSubtle = true)
    {
        var runs = new List<(string Text, bool IsStrong)>();
        foreach (var fact in facts)
        {
            if (runs.Count > 0 && runs[^1].IsStrong == fact.IsStrong)
                runs[^1] = (runs[^1].Text + Phrases.Dot + fact.Text, fact.IsStrong);
            else
                runs.Add((runs.Count == 0 ? fact.Text : Phrases.Dot + fact.Text, fact.IsStrong));
        }
        return runs.Select(run => Run(run.Text, new(Size: "small", IsBold: run.IsStrong, IsSubtle: isSubtle && !run.IsStrong)));
    }

    /// <summary>The way to the original, as the end of a line; nothing without a web address.</summary>
    public static IEnumerable<JsonObject> Original(string? address) => OriginalLink.OrNull(address) is not { } original ? [] :
    [
        Run(Phrases.Dot, Look.Subtle),
        Run(original.Label, Look.Small).With("underline", true).With("selectAction", new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = original.Address }),
    ];

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

    /// <summary>Elements below each other that belong together.</summary>
    public static JsonObject Together(IEnumerable<JsonObject?> items, bool hasLine = false) =>
        new() { ["type"] = "Container", ["spacing"] = "medium", ["separator"] = hasLine, ["items"] = Array(items) };

    /// <summary>Elements on a shade.</summary>
    public static JsonObject Panel(IEnumerable<JsonObject?> items) =>
        new() { ["type"] = "Container", ["style"] = "emphasis", ["spacing"] = "medium", ["items"] = Array(items) };

    /// <summary>Buttons within the card; null without any.</summary>
    public static JsonObject? Buttons(IEnumerable<CardAction> actions) => Array(TeamsActions.Of(actions)) is { Count: > 0 } buttons
        ? new() { ["type"] = "ActionSet", ["spacing"] = "small", ["actions"] = buttons }
        : null;

    /// <summary>Value, name and comparison of each figure, in even columns; the value first, so that they line up where a name takes two lines.</summary>
    public static JsonObject Figures(IEnumerable<Figure> figures) => Columns(figures.Select(figure => Column(
        Width(figure),
        Own(figure.Value, new(Size: "medium", IsBold: true)),
        Own(figure.Name, Look.Subtle with { Spacing = "none" }),
        Own(Fitting(figure.Change), new(Size: "small", Color: Color(figure.Tone), Spacing: "none")))), "medium");

    // A line of signs, one a week, cannot be broken: it needs a little more than its share.
    private static string Width(Figure figure) => figure.Change.Length >= MostWeeks && !figure.Change.Contains(' ') ? "11" : "9";

    // On a phone there is room for so many; the newest are the last.
    private static string Fitting(string change) => change.Contains(' ') || change.Length <= MostWeeks ? change : change[^MostWeeks..];

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
