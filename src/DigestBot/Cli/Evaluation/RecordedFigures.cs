using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestBot.Cli.Evaluation;

/// <summary>The figures that were reached before, kept in a JSON file: an object of figures by <see cref="Figure.Key"/>.</summary>
internal static class RecordedFigures
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What a file holds; nothing where there is no file yet.</summary>
    /// <exception cref="CommandException">The file is there and no such object.</exception>
    public static IReadOnlyDictionary<string, double> Load(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllBytes(path)) ?? []
                : new Dictionary<string, double>(StringComparer.Ordinal);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} holds no recorded figures: mend it, or write it anew with --record.", innerException: error);
        }
    }

    /// <summary>Records these figures; others in the file stay.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Save(string path, IEnumerable<Figure> figures)
    {
        var all = new SortedDictionary<string, double>(Load(path).ToDictionary(), StringComparer.Ordinal);
        foreach (var figure in figures)
            all[figure.Key] = figure.Rounded;
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(all, Json) + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {error.Message} Name another file with --figures.", innerException: error);
        }
    }
}
