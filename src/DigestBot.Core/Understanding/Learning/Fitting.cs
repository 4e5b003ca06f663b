namespace DigestBot.Core.Understanding.Learning;

/// <summary>Learns the weights of every label: each against all others; of two labels, the second is the first turned round.</summary>
internal static class Fitting
{
    /// <summary>Weights ready to be summed up, by label, then column.</summary>
    internal static float[][] Run(Lesson lesson, int[] rows, double cost, CancellationToken stop)
    {
        rows = [.. rows, .. lesson.CompanionRows];
        var importance = Importance.Of(lesson.Table, rows, lesson.TableLabels, lesson.Names.Length);
        var descent = new DualDescent(lesson.Table, importance);
        if (lesson.Names.Length == 2)
        {
            var second = descent.Fit(rows, row => lesson.TableLabels[row] == 1, new(cost, lesson.Labels.Length), stop);
            return [Array.ConvertAll(second, weight => -weight), second];
        }
        var weights = new float[lesson.Names.Length][];
        for (var label = 0; label < weights.Length; label++)
        {
            var own = label;
            weights[label] = descent.Fit(rows, row => lesson.TableLabels[row] == own, new(cost, lesson.Labels.Length), stop);
        }
        return weights;
    }
}
