using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams;

/// <summary>How words look; what is null or false is left to the client.</summary>
internal readonly record struct Look(
    string? Size = null, bool IsBold = false, bool IsSubtle = false, string? Color = null, string? Spacing = null, string? Align = null, bool HasLine = false)
{
    /// <summary>Small print.</summary>
    public static Look Small { get; } = new(Size: "small");

    /// <summary>Small print that steps back.</summary>
    public static Look Subtle { get; } = new(Size: "small", IsSubtle: true);

    /// <summary>What stands out on a line.</summary>
    public static Look Strong { get; } = new(IsBold: true);

    /// <summary>What stands out in small print.</summary>
    public static Look SmallStrong { get; } = new(Size: "small", IsBold: true);

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
