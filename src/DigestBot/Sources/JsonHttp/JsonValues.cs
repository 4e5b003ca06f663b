using System.Globalization;
using System.Text.Json;

namespace DigestBot.Sources.JsonHttp;

/// <summary>Reads values loosely: what makes no sense is null.</summary>
internal static class JsonValues
{
    /// <summary>Text, and numbers and truth values as text.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A number, also one written as text.</summary>
    public static double? Number(JsonElement value) =>
        double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null;

    /// <summary>A count.</summary>
    public static long? Count(JsonElement value) =>
        Number(value) is { } number ? (long)Math.Clamp(number, 0, MentionLimits.MostCounted) : null;

    /// <summary>A time.</summary>
    public static DateTimeOffset? Time(JsonElement value, JsonTime written) => written switch
    {
        JsonTime.Seconds => ItemTime.Seconds(Number(value)),
        JsonTime.Milliseconds => ItemTime.Milliseconds(Number(value)),
        _ => value.ValueKind == JsonValueKind.String ? ItemTime.Iso(value.GetString()) : null,
    };

    /// <summary>Something is there, and it is not false, 0 or empty.</summary>
    public static bool Says(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => Text(value) is not ("" or "0" or "false"),
    };
}
