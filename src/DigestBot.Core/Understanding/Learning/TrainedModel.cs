namespace DigestBot.Core.Understanding.Learning;

/// <summary>What was learned from labelled texts for one task: used by a <see cref="LocalReader"/>, kept by <c>ModelFile</c>.</summary>
public sealed class TrainedModel
{
    internal TrainedModel(ReadingTask task, string[] labels, string[] meanings, Translation translation, LinearModel weights, TrainingFigures figures) =>
        (Task, Labels, Meanings, Translation, Weights, Figures) = (task, labels, meanings, translation, weights, figures);

    /// <summary>What it says about a mention.</summary>
    public ReadingTask Task { get; }

    /// <summary>The labels it knows, as the labelled texts wrote them.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What each label is called by the reader that ships: a kind, a feeling, "yes" or "no"; empty where it has no such name.</summary>
    public IReadOnlyList<string> Meanings { get; }

    /// <summary>How good it is.</summary>
    public TrainingFigures Figures { get; }

    /// <summary>The labels for what the reader that ships says.</summary>
    internal Translation Translation { get; }

    /// <summary>One column more than labels where it knows which texts are like those it learned from.</summary>
    internal LinearModel Weights { get; }

    /// <summary>Whether it can tell a text that is not like those it learned from.</summary>
    internal bool KnowsStrangers => Weights.Columns > Labels.Count;

    /// <summary>Score by label for a text, the highest is the answer; then, where it knows strangers, one that is negative for them.</summary>
    internal void Score(FeatureBuffer features, Span<float> scores) => Weights.Score(features, scores);
}
