using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Evaluation;

/// <summary>What <c>train</c> makes of each set's part for learning, measured on texts that it did not learn from. Takes minutes.</summary>
internal sealed class TrainedSets(TextWriter errors) : IMeasure
{
    private const string Train = "train.ndjson";

    private static readonly TrainedSet[] Sets =
    [
        new("suggestion, software forum", "suggestion-mining", "label", ReadingTask.Suggestion, Metric.F1OfOne) { Measured = "dev-software.ndjson" },
        new("suggestion, hotel reviews", "suggestion-mining", "label", ReadingTask.Suggestion, Metric.F1OfOne) { Measured = "dev-hotel.ndjson" },
        new("kind, posts to airlines not seen", "airline-sentiment", "type", ReadingTask.Kind, Metric.MacroF1) { LeftOut = "brand" },
        new("department, posts to airlines not seen", "airline-sentiment", "department", ReadingTask.Department, Metric.MacroF1) { LeftOut = "brand" },
        new("sentiment, posts", "tweet-sentiment", "label", ReadingTask.Sentiment, Metric.MacroRecall),
        new("sentiment, mean of languages", "multilingual-sentiment", "label", ReadingTask.Sentiment, Metric.MacroF1) { MeanOver = "lang" },
        new("bug, feature or question", "issue-types", "label", ReadingTask.Kind, Metric.MacroF1) { Texts = ["title", "body"], MeanOver = "repo" },
        new("intent, bank", "banking77", "label", ReadingTask.Department, Metric.Accuracy),
    ];

    /// <inheritdoc />
    public IEnumerable<Figure> Measure(string folder, CancellationToken cancellationToken) => Sets
        .Where(set => File.Exists(Path.Combine(folder, set.Folder, Train)) && File.Exists(Path.Combine(folder, set.Folder, set.Measured)))
        .Select(set => new Figure($"{set.Name}, trained", set.Metric.Name, Of(set, Path.Combine(folder, set.Folder), cancellationToken)));

    private double Of(TrainedSet set, string folder, CancellationToken stop)
    {
        var learned = Labelled(set, Path.Combine(folder, Train), stop);
        var measured = Labelled(set, Path.Combine(folder, set.Measured), stop);
        if (set.LeftOut is not { } field)
            return Of(set, Learn(set, learned, stop), measured);
        var all = learned.Concat(measured).ToLookup(row => row.Text(field));
        return all.Average(part => Of(set, Learn(set, learned.Where(row => row.Text(field) != part.Key), stop), part));
    }

    private static double Of(TrainedSet set, LocalReader reader, IEnumerable<JsonElement> rows) => set.MeanOver is { } field
        ? rows.GroupBy(row => row.Text(field)).Average(part => OfPart(set, reader, part))
        : OfPart(set, reader, rows);

    private static double OfPart(TrainedSet set, LocalReader reader, IEnumerable<JsonElement> rows)
    {
        var confusion = new Confusion();
        foreach (var row in rows)
            confusion.Add(row.Text(set.Label)!, set.Answer(reader.Read(row.ToMention(set.Texts))));
        return set.Metric.Of(confusion);
    }

    private LocalReader Learn(TrainedSet set, IEnumerable<JsonElement> rows, CancellationToken stop)
    {
        LabelledText[] texts = [.. rows.Select(row => new LabelledText(row.ToMention(set.Texts).Text, row.Text(set.Label)!))];
        errors.WriteLine($"learning {set.Name} from {texts.Length} texts");
        return new(new ReadingRules(new Brand("")), [ModelTrainer.Train(texts, set.Task, progress: null, stop)]);
    }

    private static JsonElement[] Labelled(TrainedSet set, string path, CancellationToken stop) =>
        [.. LabelledRows.Of(path, stop).Where(row => row.Text(set.Label) is not null)];
}
