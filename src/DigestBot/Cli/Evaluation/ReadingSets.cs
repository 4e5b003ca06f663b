using System.Text.Json;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Evaluation;

/// <summary>Sets that say of each text what it means; the reader is asked as it ships, without training on the set.</summary>
internal sealed class ReadingSets(IMentionReader reader) : IMeasure
{
    private static readonly ReadingTask[] Tasks =
    [
        new("suggestion, software forum", "suggestion-mining/dev-software.ndjson", "label", Answers.Suggestion, Metric.F1OfOne),
        new("suggestion, hotel reviews", "suggestion-mining/dev-hotel.ndjson", "label", Answers.Suggestion, Metric.F1OfOne),
        new("kind, posts to airlines", "airline-sentiment/dev.ndjson", "type", Answers.WinIssueOther, Metric.MacroF1),
        new("sentiment, posts", "tweet-sentiment/dev.ndjson", "label", Answers.Sentiment, Metric.MacroRecall),
        new("sentiment", "multilingual-sentiment/dev.ndjson", "label", Answers.Sentiment, Metric.MacroF1) { Each = "lang" },
        new("sentiment, hotel reviews, ja", "hotel-reviews-ja/sentiment-dev.ndjson", "label", Answers.Sentiment, Metric.MacroF1),
        new("bug, feature or question", "issue-types/dev.ndjson", "label", Answers.BugFeatureQuestion, Metric.MacroF1) { Texts = ["title", "body"], MeanOver = "repo" },
        new("kind, own corpus", "corpus/held-out.ndjson", "kind", Answers.Kind, Metric.MacroF1),
        new("sentiment, own corpus", "corpus/held-out.ndjson", "sentiment", Answers.Sentiment, Metric.MacroF1),
        new("suggestion, own corpus", "corpus/held-out.ndjson", "suggestion", Answers.IsSuggestion, Metric.F1OfTrue),
        new("department, own corpus", "corpus/held-out.ndjson", "department", Answers.Department, Metric.MacroF1),
        new("language, own corpus", "corpus/held-out.ndjson", "language", Answers.Language, Metric.MacroF1),
    ];

    /// <inheritdoc />
    public IEnumerable<Figure> Measure(string folder, CancellationToken cancellationToken) => Tasks
        .Where(task => File.Exists(Path.Combine(folder, task.File)))
        .SelectMany(task => Measure(task, LabelledRows.Of(Path.Combine(folder, task.File), cancellationToken)));

    private IEnumerable<Figure> Measure(ReadingTask task, IReadOnlyList<JsonElement> rows)
    {
        if (task.Each is { } each)
            return rows.GroupBy(row => row.Text(each)).OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => new Figure($"{task.Name}, {part.Key}", task.Metric.Name, Of(task, part)));
        var value = task.MeanOver is { } over ? rows.GroupBy(row => row.Text(over)).Average(part => Of(task, part)) : Of(task, rows);
        return [new(task.Name, task.Metric.Name, value)];
    }

    private double Of(ReadingTask task, IEnumerable<JsonElement> rows)
    {
        var confusion = new Confusion();
        foreach (var row in rows)
        {
            if (row.Text(task.Label) is { } gold)
                confusion.Add(gold, task.Answer(reader.Read(row.ToMention(task.Texts))));
        }
        return task.Metric.Of(confusion);
    }

    private sealed record ReadingTask(string Name, string File, string Label, Func<Insight, string> Answer, Metric Metric)
    {
        public IReadOnlyList<string> Texts { get; init; } = ["text"];

        /// <summary>Field whose values are measured apart.</summary>
        public string? Each { get; init; }

        /// <summary>Field over whose values the mean is taken.</summary>
        public string? MeanOver { get; init; }
    }

    /// <summary>The reader's answer in the words of a set.</summary>
    private static class Answers
    {
        public static string Suggestion(Insight insight) => insight.IsSuggestion ? "1" : "0";

        public static string IsSuggestion(Insight insight) => insight.IsSuggestion ? "True" : "False";

        public static string Sentiment(Insight insight) => insight.Sentiment.ToString().ToLowerInvariant();

        public static string Kind(Insight insight) => insight.Kind.ToString().ToLowerInvariant();

        public static string Department(Insight insight) => insight.Department ?? "none";

        public static string Language(Insight insight) => insight.Language;

        // Those sets know neither questions nor suggestions.
        public static string WinIssueOther(Insight insight) => insight.Kind switch
        {
            MentionKind.Win => "win",
            MentionKind.Issue => "issue",
            MentionKind.Suggestion when insight.Sentiment is Core.Understanding.Sentiment.Negative => "issue",
            _ => "other",
        };

        public static string BugFeatureQuestion(Insight insight) => insight.Kind switch
        {
            MentionKind.Issue => "bug",
            MentionKind.Suggestion => "feature",
            _ => "question",
        };
    }
}
