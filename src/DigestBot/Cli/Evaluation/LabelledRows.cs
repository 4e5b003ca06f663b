using System.Text.Json;
using DigestBot.Core.Mentions;

namespace DigestBot.Cli.Evaluation;

/// <summary>Rows of a labelled file: one JSON object a line.</summary>
internal static class LabelledRows
{
    /// <summary>The rows of a file, in order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading between two lines.</param>
    /// <exception cref="CommandException">The file or a line of it cannot be read.</exception>
    public static IReadOnlyList<JsonElement> Of(string path, CancellationToken cancellationToken)
    {
        var rows = new List<JsonElement>();
        foreach (var (number, line) in Lines(path).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(line))
                rows.Add(Parse(line, path, number + 1));
        }
        return rows;
    }

    /// <summary>The text of a field, as written; null where it is missing or null. Numbers and booleans are told in JSON's words.</summary>
    public static string? Text(this JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    /// <summary>A row as a mention: the texts of <paramref name="fields"/>, joined by a line break; a language only where the set tells it of each text.</summary>
    public static Mention ToMention(this JsonElement row, params IEnumerable<string> fields) => new(
        new("labelled", row.Text("id") ?? "0"), row.Text("author") ?? "somebody",
        string.Join('\n', fields.Select(field => row.Text(field)).Where(text => !string.IsNullOrEmpty(text))),
        row.TryGetProperty("createdAt", out var at) && at.TryGetDateTimeOffset(out var said) ? said : DateTimeOffset.UnixEpoch);

    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.ReadLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {error.Message}", innerException: error);
        }
    }

    private static JsonElement Parse(string line, string path, int number)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            return row.RootElement.ValueKind is JsonValueKind.Object
                ? row.RootElement.Clone()
                : throw new JsonException("no object");
        }
        catch (JsonException error)
        {
            throw new CommandException($"{path}, line {number}: not a JSON object. Each line must be one labelled item.", innerException: error);
        }
    }
}
