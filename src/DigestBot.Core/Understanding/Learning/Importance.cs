namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// How much each column may say, before anything is learned: more when it is met in fewer texts, and more when the labels
/// have it unevenly (the log-count ratio of Wang and Manning 2012, the greatest over the labels).
/// </summary>
internal static class Importance
{
    private const double Floor = 0.4;

    /// <summary>One number a column.</summary>
    internal static float[] Of(FeatureTable table, int[] rows, int[] labels, int labelCount)
    {
        var counts = new int[table.Slots.Length * labelCount];
        var texts = new int[labelCount];
        foreach (var row in rows)
        {
            texts[labels[row]]++;
            for (var group = 0; group < FeatureBuffer.Groups; group++)
            {
                foreach (var column in table.Columns(row, group))
                    counts[(column * labelCount) + labels[row]]++;
            }
        }
        var importance = new float[table.Slots.Length];
        for (var column = 0; column < importance.Length; column++)
            importance[column] = (float)(Floor + Unevenness(counts.AsSpan(column * labelCount, labelCount), texts, rows.Length));
        return importance;
    }

    private static double Unevenness(ReadOnlySpan<int> has, int[] texts, int all)
    {
        var having = 0;
        foreach (var count in has)
            having += count;
        double most = 0;
        for (var label = 0; label < texts.Length; label++)
        {
            var (inside, outside) = ((has[label] + 1.0) / (texts[label] + 2.0), (having - has[label] + 1.0) / (all - texts[label] + 2.0));
            most = Math.Max(most, Math.Abs(Logarithm.Of(inside / outside)));
        }
        return most;
    }
}
