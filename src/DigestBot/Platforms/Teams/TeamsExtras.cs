using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// What Teams draws beyond Adaptive Cards 1.5 (badges, charts), each with what every other client shows instead. Names and members
/// are those of Microsoft's "Charts in Adaptive Cards" and of the class <c>Badge</c> in its Teams SDK.
/// </summary>
internal static class TeamsExtras
{
    private static readonly string[] Types = ["Badge", "Chart."];

    /// <summary>A word on a tinted shape.</summary>
    /// <param name="text">Our own words.</param>
    /// <param name="color">The colour as texts name it: <c>good</c>, <c>attention</c>, <c>accent</c>, <c>warning</c>.</param>
    /// <param name="otherwise">What is shown where there are no badges.</param>
    public static JsonObject Badge(string text, string color, JsonObject otherwise) => new()
    {
        ["type"] = "Badge",
        ["text"] = text,
        ["style"] = char.ToUpperInvariant(color[0]) + color[1..],
        ["appearance"] = "Tint",
        ["size"] = "Medium",
        ["fallback"] = otherwise,
    };

    /// <summary>Parts of a whole as one bar.</summary>
    /// <param name="title">Above it; our own words.</param>
    /// <param name="parts">Names and sizes; names of anybody.</param>
    /// <param name="otherwise">What is shown where there are no charts.</param>
    public static JsonObject Parts(string title, IEnumerable<(string Name, int Size)> parts, JsonObject otherwise) => new()
    {
        ["type"] = "Chart.HorizontalBar.Stacked",
        ["title"] = title,
        ["colorSet"] = "categorical",
        ["data"] = new JsonArray(new JsonObject
        {
            ["title"] = "Mentions",
            ["data"] = TeamsElements.Array(parts.Select(part => new JsonObject { ["legend"] = TeamsText.Bare(part.Name), ["value"] = part.Size })),
        }),
        ["fallback"] = otherwise,
    };

    /// <summary>A bar for each week.</summary>
    /// <param name="title">Above them; our own words.</param>
    /// <param name="weeks">Oldest first.</param>
    /// <param name="otherwise">What is shown where there are no charts.</param>
    public static JsonObject Weeks(string title, IEnumerable<(string Week, int Count)> weeks, JsonObject otherwise) => new()
    {
        ["type"] = "Chart.VerticalBar",
        ["title"] = title,
        ["color"] = "categoricalBlue",
        ["showBarValues"] = true,
        ["data"] = TeamsElements.Array(weeks.Select(week => new JsonObject { ["x"] = week.Week, ["y"] = week.Count })),
        ["fallback"] = otherwise,
    };

    /// <summary>The card as Adaptive Cards 1.5 alone know it: everything of Teams' own is replaced by what stands in for it.</summary>
    public static JsonObject Without(JsonObject card) => Plain(card)!.AsObject();

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject extra when IsExtra(extra) => Plain(extra["fallback"]),
        JsonObject element => new JsonObject(element.Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))),
        JsonArray nodes => new JsonArray([.. nodes.Select(Plain)]),
        _ => node?.DeepClone(),
    };

    private static bool IsExtra(JsonObject element) =>
        element["type"] is JsonValue type && type.TryGetValue<string>(out var name) && Types.Any(extra => name.StartsWith(extra, StringComparison.Ordinal));
}
