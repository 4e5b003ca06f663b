using System.Text.Json;

namespace DigestBot.Core.Understanding.LanguageModels;

/// <summary>Reads one field of a model's answer: a JSON object, with or without words or a code fence around it.</summary>
internal static class AnswerJson
{
    private const int Longest = 8_000;

    /// <summary>The text of a field; null where there is no object, no such field or no text in it.</summary>
    public static string? Text(string? answer, string field)
    {
        if (answer is null || answer.Length > Longest)
            return null;
        var (from, to) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        return from < 0 || to <= from ? null : Field(answer[from..(to + 1)], field);
    }

    private static string? Field(string json, string field)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null; // broken JSON, or half of a surrogate pair: no answer
        }
    }
}
