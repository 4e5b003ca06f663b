namespace DigestBot.Core.Understanding.Learning;

/// <summary>What was learned from labelled texts for one task: used by a <see cref="LocalReader"/>, kept by <c>ModelFile</c>.</summary>
public sealed class TrainedModel
{
    internal TrainedModel(ReadingTask task, string[] labels, string[] meanings, LinearModel weights, TrainingFigures figures) =>
        (Task, Labels, Meanings, Weights, Figures) = (task, labels, meanings, weights, figures);

    /// <summary>What it says about a mention.</summary>
    public ReadingTask Task { get; }

    /// <summary>The labels it knows, as the labelled texts wrote them.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What each label is called by the reader that ships: a kind, a feeling, "yes" or "no"; empty where it has no such name.</summary>
    public IReadOnlyList<string> Meanings { get; }

    /// <summary>How good it is.</summary>
    public TrainingFigures Figures { get; }

    internal LinearModel Weights { get; }

    /// <summary>Score by label for a text; the highest is the answer.</summary>
    internal void Score(FeatureBuffer features, Span<float> scores) => Weights.Score(features, scores);
}
