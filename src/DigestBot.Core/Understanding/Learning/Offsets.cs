namespace DigestBot.Core.Understanding.Learning;

/// <summary>What to add to each label's score so that the measure of the task is best: rare labels need a hand.</summary>
internal static class Offsets
{
    private static readonly float[] Steps = [0.3f, 0.15f, 0.07f, 0.03f];

    /// <summary>Tunes on scores of texts that were not learned from.</summary>
    /// <param name="scores">Scores by text, then label.</param>
    /// <param name="labels">True label of each text.</param>
    /// <param name="rows">Texts to look at.</param>
    /// <param name="measure">What is to be best.</param>
    internal static float[] Tune(float[] scores, int[] labels, int[] rows, LabelMeasure measure)
    {
        var offsets = new float[measure.Labels];
        var best = measure.Of(scores, offsets, labels, rows);
        foreach (var step in Steps)
        {
            for (var isBetter = true; isBetter;)
            {
                isBetter = false;
                for (var label = 0; label < offsets.Length; label++)
                    isBetter |= Try(label, step) || Try(label, -step);
            }
        }
        return offsets;

        bool Try(int label, float by)
        {
            offsets[label] += by;
            if (Math.Abs(offsets[label]) < 1.5f && measure.Of(scores, offsets, labels, rows) is var now && now > best + 1e-9)
            {
                best = now;
                return true;
            }
            offsets[label] -= by;
            return false;
        }
    }
}
