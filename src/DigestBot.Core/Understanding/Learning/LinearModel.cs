namespace DigestBot.Core.Understanding.Learning;

/// <summary>One weight for each feature and label, in small numbers: a score is a sum. Safe to use from many threads at once.</summary>
internal sealed class LinearModel
{
    /// <summary>Weights at most, 32 MB of them.</summary>
    internal const int MostWeights = 1 << 24;

    private readonly short[] _weights;
    private readonly float[] _units;
    private readonly float[] _biases;

    /// <summary>Takes over a table of weights: slot after slot, in each one number a column.</summary>
    internal LinearModel(int bits, short[] weights, float[] units, float[] biases) =>
        (Bits, _weights, _units, _biases) = (bits, weights, units, biases);

    /// <summary>Bits of a feature that make its slot.</summary>
    internal int Bits { get; }

    /// <summary>Numbers in a slot: one a label, and perhaps one for how familiar a text is.</summary>
    internal int Columns => _units.Length;

    /// <summary>Slot after slot, one number a column.</summary>
    internal ReadOnlySpan<short> Weights => _weights;

    /// <summary>What one step of a weight is worth, by label.</summary>
    internal ReadOnlySpan<float> Units => _units;

    /// <summary>What is added to each label's score.</summary>
    internal ReadOnlySpan<float> Biases => _biases;

    /// <summary>Makes small numbers of learned weights.</summary>
    /// <param name="table">Which slot each column is.</param>
    /// <param name="columns">Weights by label, then column.</param>
    /// <param name="biases">What is added to each label's score.</param>
    internal static LinearModel Of(FeatureTable table, float[][] columns, float[] biases)
    {
        var units = Array.ConvertAll(columns, UnitOf);
        var weights = new short[columns.Length << table.Bits];
        for (var column = 0; column < table.Slots.Length; column++)
        {
            for (var label = 0; label < columns.Length; label++)
                weights[(table.Slots[column] * columns.Length) + label] = (short)MathF.Round(columns[label][column] / units[label]);
        }
        return new(table.Bits, weights, units, biases);
    }

    /// <summary>Scores of a text, by label; the highest is the answer.</summary>
    internal void Score(FeatureBuffer features, Span<float> scores)
    {
        _biases.CopyTo(scores);
        Span<int> sums = stackalloc int[Columns];
        for (var group = 0; group < FeatureBuffer.Groups; group++)
        {
            var own = features.Of((FeatureGroup)group);
            sums.Clear();
            Add(own, sums);
            var scale = GroupScales.Of((FeatureGroup)group, own.Length);
            for (var label = 0; label < sums.Length; label++)
                scores[label] += sums[label] * _units[label] * scale;
        }
    }

    private void Add(ReadOnlySpan<uint> features, Span<int> sums)
    {
        foreach (var feature in features)
        {
            var slot = _weights.AsSpan((int)(feature >> (32 - Bits)) * sums.Length, sums.Length);
            for (var label = 0; label < sums.Length; label++)
                sums[label] += slot[label];
        }
    }

    private static float UnitOf(float[] weights)
    {
        float most = 0;
        foreach (var weight in weights)
            most = Math.Max(most, Math.Abs(weight));
        return most == 0 ? 1 : most / short.MaxValue;
    }
}
