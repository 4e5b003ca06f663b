using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Core.Understanding.OwnModels;

/// <summary>How learning one task from corrections ended.</summary>
/// <param name="Task">The task.</param>
/// <param name="Corrections">Corrections that may be learned from.</param>
/// <param name="Model">What was learned; null where there was too little to learn from.</param>
/// <param name="IsUsed">It answers in place of what ships.</param>
public sealed record LearnedTask(ReadingTask Task, int Corrections, TrainedModel? Model, bool IsUsed);

/// <summary>Whether a model is worth using beside the reader that ships.</summary>
internal static class Worth
{
    private const double Tolerance = 0.03; // share of the corpus that may be read worse than before
    private const double Luck = 1.3;

    /// <summary>It is better on the corrections, better than luck, and does no harm to what the corpus knows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">What it was learned from.</param>
    /// <param name="corpus">Texts of everybody's.</param>
    /// <param name="shipped">The reader without it.</param>
    /// <param name="own">The reader with it.</param>
    internal static bool Has(TrainedModel model, IReadOnlyList<LabelledText> rows, IReadOnlyList<LabelledText> corpus, LocalReader shipped, LocalReader own) =>
        model.Figures.IsBetter && model.Figures.Own > Guessed(model, rows) && Right(own, corpus, model.Task) >= Right(shipped, corpus, model.Task) - Tolerance;

    // Who corrects only errors leaves the shipped reader at nought, and any guess is better than that. So many corrections
    // let a guess look this good, once in a hundred times.
    private static double Guessed(TrainedModel model, IReadOnlyList<LabelledText> rows)
    {
        var counts = rows.CountBy(row => row.Label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var yes = (double)counts.GetValueOrDefault(TaskAnswers.Yes) / rows.Count;
        var guess = model.Task == ReadingTask.Suggestion ? 2 * yes / (1 + yes) : 1.0 / counts.Count;
        return Math.Min(0.97, guess + (Luck / Math.Sqrt(counts.Count * counts.Values.Min())));
    }

    private static double Right(LocalReader reader, IReadOnlyList<LabelledText> corpus, ReadingTask task)
    {
        var features = new FeatureBuffer();
        return corpus.Count(row => IsSame(reader.Study(row, task, features), row.Label)) / (double)Math.Max(1, corpus.Count);
    }

    private static bool IsSame(string said, string label) => said switch
    {
        TaskAnswers.Yes => LabelNames.IsYes(label),
        TaskAnswers.No => LabelNames.IsNo(label),
        _ => string.Equals(said, label, StringComparison.OrdinalIgnoreCase),
    };
}
