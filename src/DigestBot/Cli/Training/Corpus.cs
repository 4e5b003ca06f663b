using DigestBot.Core.Understanding.Learning;
using DigestBot.Sources;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli.Training;

/// <summary>The corpus as labels of each task.</summary>
internal static class Corpus
{
    private static readonly (ReadingTask Task, string Field)[] Fields =
    [
        (ReadingTask.Kind, "kind"), (ReadingTask.Suggestion, "suggestion"), (ReadingTask.Sentiment, "sentiment"), (ReadingTask.Department, "department"),
    ];

    /// <summary>Reads every file of a folder, in the order of their names.</summary>
    internal static async Task<IReadOnlyDictionary<ReadingTask, IReadOnlyList<LabelledText>>> ReadAsync(string folder, CancellationToken stop)
    {
        var rows = new Dictionary<ReadingTask, IReadOnlyList<LabelledText>>();
        foreach (var (task, field) in Fields)
        {
            var own = new List<LabelledText>();
            foreach (var path in Directory.GetFiles(folder, "*.ndjson").Order(StringComparer.Ordinal))
            {
                await using var file = SourceFiles.Open(path);
                own.AddRange((await LabelFile.ReadAsync(file, ["text"], field, stop)).Rows);
            }
            rows.Add(task, own);
        }
        return rows;
    }
}
