namespace DigestBot.Core.Understanding.Learning;

/// <summary>Tries how strictly to learn, on texts that were held back, and measures the best way honestly.</summary>
internal static class CrossValidation
{
    private static readonly double[] Costs = [0.05, 0.15, 0.5];

    /// <summary>What was found.</summary>
    /// <param name="Cost">What an error should cost.</param>
    /// <param name="Offsets">What to add to each label's score.</param>
    /// <param name="Own">The figure on texts held back.</param>
    internal sealed record Trial(double Cost, float[] Offsets, double Own);

    /// <summary>Runs every trial; the best.</summary>
    /// <param name="lesson">What to learn.</param>
    /// <param name="stranger">The label to answer with where a text is a stranger, otherwise -1.</param>
    /// <param name="progress">Told of each trial.</param>
    /// <param name="stop">Ends it.</param>
    internal static Trial Run(Lesson lesson, int[] stranger, IProgress<string>? progress, CancellationToken stop)
    {
        Trial? best = null;
        foreach (var cost in Costs)
        {
            var trial = Try(lesson, stranger, cost, stop);
            progress?.Report($"cost {cost}: {lesson.Measure.Name} {trial.Own:0.000}");
            best = best is null || trial.Own > best.Own ? trial : best;
        }
        return best!;
    }

    private static Trial Try(Lesson lesson, int[] stranger, double cost, CancellationToken stop)
    {
        var scores = new float[lesson.Labels.Length * lesson.Names.Length];
        for (var fold = 0; fold < Lesson.FoldCount; fold++)
            ScoreFold(lesson, fold, cost, scores, stop);
        var offsets = Offsets.Tune(scores, lesson.Labels, lesson.AllRows, lesson.Measure);
        return new(cost, offsets, lesson.Measure.Of(Answers(lesson, stranger, scores), lesson.Labels));
    }

    private static void ScoreFold(Lesson lesson, int fold, double cost, float[] scores, CancellationToken stop)
    {
        var weights = Fitting.Run(lesson, lesson.RowsOf(fold, inside: false), cost, stop);
        foreach (var row in lesson.RowsOf(fold, inside: true))
        {
            for (var label = 0; label < weights.Length; label++)
                scores[(row * weights.Length) + label] = (float)DualDescent.Score(lesson.Table, weights[label], row);
        }
    }

    // The offsets for a fold come from the other folds, or the figure would flatter.
    private static int[] Answers(Lesson lesson, int[] stranger, float[] scores)
    {
        var answers = new int[lesson.Labels.Length];
        for (var fold = 0; fold < Lesson.FoldCount; fold++)
        {
            var offsets = Offsets.Tune(scores, lesson.Labels, lesson.RowsOf(fold, inside: false), lesson.Measure);
            foreach (var row in lesson.RowsOf(fold, inside: true))
                answers[row] = stranger.Length > 0 && stranger[row] >= 0 ? stranger[row] : LabelMeasure.Best(scores.AsSpan(row * lesson.Names.Length, lesson.Names.Length), offsets);
        }
        return answers;
    }
}
