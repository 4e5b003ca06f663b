using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Evaluation;

/// <summary>A set with a part to learn from.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Folder">Folder of the set, with <c>train.ndjson</c> in it.</param>
/// <param name="Label">Field with the label.</param>
/// <param name="Task">What the labels are about.</param>
/// <param name="Metric">How answers are measured.</param>
internal sealed record TrainedSet(string Name, string Folder, string Label, ReadingTask Task, Metric Metric)
{
    /// <summary>Fields that make the text.</summary>
    public IReadOnlyList<string> Texts { get; init; } = ["text"];

    /// <summary>The file to measure on.</summary>
    public string Measured { get; init; } = "dev.ndjson";

    /// <summary>Field over whose values the mean is taken.</summary>
    public string? MeanOver { get; init; }

    /// <summary>Field of which each value is left out of the learning in turn, and measured: how good it is where it knows nobody.</summary>
    public string? LeftOut { get; init; }

    /// <summary>What a reader with the model answers, in the words of the labels.</summary>
    public string Answer(Insight insight) => Task switch
    {
        ReadingTask.Kind => insight.KindName ?? insight.Kind.ToString().ToLowerInvariant(),
        ReadingTask.Suggestion => insight.IsSuggestion ? "1" : "0",
        ReadingTask.Sentiment => insight.Sentiment.ToString().ToLowerInvariant(),
        _ => insight.Department ?? "",
    };
}
