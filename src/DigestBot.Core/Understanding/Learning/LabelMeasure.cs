namespace DigestBot.Core.Understanding.Learning;

/// <summary>How good answers are for a task, by its usual measure.</summary>
/// <param name="task">The task.</param>
/// <param name="names">The labels.</param>
/// <param name="yes">Number of the label that means yes; only for suggestions.</param>
internal sealed class LabelMeasure(ReadingTask task, string[] names, int yes)
{
    /// <summary>Number of labels.</summary>
    internal int Labels => names.Length;

    /// <summary>What people call it.</summary>
    internal string Name => task switch
    {
        ReadingTask.Suggestion => $"F1 of {names[yes]}",
        ReadingTask.Sentiment => "macro recall",
        _ => "macro F1",
    };

    /// <summary>The label with the highest score.</summary>
    internal static int Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> offsets)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] + offsets[label] > scores[best] + offsets[best])
                best = label;
        }
        return best;
    }

    /// <summary>The label with the highest score; of equals the first.</summary>
    internal static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] > scores[best])
                best = label;
        }
        return best;
    }

    /// <summary>The measure of scores with offsets.</summary>
    internal double Of(float[] scores, float[] offsets, int[] labels, int[] rows)
    {
        var tally = new Tally(Labels);
        foreach (var row in rows)
            tally.Add(labels[row], Best(scores.AsSpan(row * Labels, Labels), offsets));
        return Of(tally);
    }

    /// <summary>The measure of answers.</summary>
    internal double Of(int[] answers, int[] labels)
    {
        var tally = new Tally(Labels);
        for (var row = 0; row < labels.Length; row++)
            tally.Add(labels[row], answers[row]);
        return Of(tally);
    }

    private double Of(in Tally tally) => task switch
    {
        ReadingTask.Suggestion => tally.F1(yes),
        ReadingTask.Sentiment => tally.Mean(tally.Recall),
        _ => tally.Mean(tally.F1),
    };

    // Confusion's figures over numbers instead of names: it is asked some hundred times a fit.
    private readonly struct Tally(int labels)
    {
        private readonly int[] _gold = new int[labels], _said = new int[labels], _right = new int[labels];

        public void Add(int gold, int said)
        {
            _gold[gold]++;
            if (said >= 0)
                _said[said]++;
            _right[gold] += gold == said ? 1 : 0;
        }

        public double F1(int label) => _gold[label] + _said[label] is var all and > 0 ? 2.0 * _right[label] / all : 0;

        public double Recall(int label) => _gold[label] is var all and > 0 ? (double)_right[label] / all : 0;

        public double Mean(Func<int, double> figure)
        {
            var (sum, count) = (0.0, 0);
            for (var label = 0; label < _gold.Length; label++)
            {
                sum += _gold[label] > 0 ? figure(label) : 0;
                count += _gold[label] > 0 ? 1 : 0;
            }
            return count == 0 ? 0 : sum / count;
        }
    }
}
