using System.Text.Json;
using System.Text.Unicode;

namespace DigestBot.Platforms;

/// <summary>Reads JSON that came from outside: strictly, so that what is kept can be read again by everybody later.</summary>
internal static class InboundJson
{
    private const int Deepest = 64;

    /// <summary>
    /// The object; null when it is none: broken, another value, too deep, a name twice in one object, not UTF-8, or with half a
    /// surrogate pair, on which every later reading would throw.
    /// </summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="deepest">How deep objects and arrays may stand in each other.</param>
    public static JsonElement? ObjectOf(ReadOnlySpan<byte> utf8, int deepest = Deepest)
    {
        var strict = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = deepest };
        try
        {
            return IsSound(utf8) && JsonElement.Parse(utf8, strict) is { ValueKind: JsonValueKind.Object } found
                ? found
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes are UTF-8, and no escape in their JSON hides half a surrogate pair. Whether they are JSON is not said.</summary>
    public static bool IsSound(ReadOnlySpan<byte> utf8) => Utf8.IsValid(utf8) && HasWholeCharacters(utf8);

    /// <summary>The text under a name; null when there is none, or something else.</summary>
    public static string? TextOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>What stands under a name; an undefined element when there is nothing.</summary>
    public static JsonElement PartOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    // Surrogates can only hide in escapes: the bytes themselves are valid UTF-8 here. Most bodies have none.
    private static bool HasWholeCharacters(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true } && !IsWhole(ref reader))
                return false;
        }
        return true;
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException) // half a pair; there is no way to ask beforehand
        {
            return false;
        }
    }
}
