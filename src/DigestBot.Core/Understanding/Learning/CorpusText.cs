using System.Text.Json;

namespace DigestBot.Core.Understanding.Learning;

/// <summary>The corpus that ships, as labelled texts; read when something is to be learned.</summary>
public static class CorpusText
{
    private static readonly (ReadingTask Task, string Field)[] Fields =
    [
        (ReadingTask.Kind, "kind"), (ReadingTask.Suggestion, "suggestion"), (ReadingTask.Sentiment, "sentiment"), (ReadingTask.Department, "department"),
    ];

    private static readonly Lazy<IReadOnlyDictionary<ReadingTask, IReadOnlyList<LabelledText>>> Cached = new(OfProgram);

    /// <summary>Every text of the corpus in this program that has a label for a task.</summary>
    public static IReadOnlyList<LabelledText> BuiltIn(ReadingTask task) => Cached.Value[task];

    /// <summary>Reads corpus files as the labels of each task.</summary>
    /// <param name="files">Contents of the files, in the order of their names.</param>
    /// <exception cref="JsonException">A line is no row of the corpus.</exception>
    public static IReadOnlyDictionary<ReadingTask, IReadOnlyList<LabelledText>> Parse(IEnumerable<string> files)
    {
        var rows = Fields.ToDictionary(field => field.Task, _ => new List<LabelledText>());
        foreach (var line in files.SelectMany(file => file.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            using var row = JsonDocument.Parse(line);
            foreach (var (task, field) in Fields)
            {
                if (LabelOf(row.RootElement.GetProperty(field)) is { } label)
                    rows[task].Add(new(row.RootElement.GetProperty("text").GetString()!, label, row.RootElement.GetProperty("language").GetString()));
            }
        }
        return rows.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<LabelledText>)pair.Value);
    }

    private static string? LabelOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static IReadOnlyDictionary<ReadingTask, IReadOnlyList<LabelledText>> OfProgram()
    {
        var assembly = typeof(CorpusText).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".ndjson", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Parse(names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));
    }
}
