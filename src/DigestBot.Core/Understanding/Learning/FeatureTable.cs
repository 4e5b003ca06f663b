using System.Numerics;
using System.Runtime.InteropServices;

namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// The features of all labelled texts, as numbers of columns: those that at least two texts have, the most frequent first,
/// so that what is touched most lies together. Grows with the number of features; a row of 140 characters takes about 2 KB.
/// </summary>
internal sealed class FeatureTable
{
    private const int FewestTexts = 2;

    private readonly int[] _columns;
    private readonly int[] _ends;
    private readonly float[] _scales;

    private FeatureTable(int[] columns, int[] ends, float[] scales, int[] slots, int bits)
    {
        (_columns, _ends, _scales, Slots, Bits) = (columns, ends, scales, slots, bits);
    }

    /// <summary>Number of texts.</summary>
    internal int Rows => _ends.Length / FeatureBuffer.Groups;

    /// <summary>Which slot of a model's table each column is.</summary>
    internal int[] Slots { get; }

    /// <summary>Bits of a feature that make its slot.</summary>
    internal int Bits { get; }

    /// <summary>Columns of a text's features in one group.</summary>
    internal ReadOnlySpan<int> Columns(int row, int group)
    {
        var at = (row * FeatureBuffer.Groups) + group;
        var start = at == 0 ? 0 : _ends[at - 1];
        return _columns.AsSpan(start, _ends[at] - start);
    }

    /// <summary>How much each feature of a text counts in one group: less where there are many.</summary>
    internal float Scale(int row, int group) => _scales[(row * FeatureBuffer.Groups) + group];

    /// <summary>Collects texts one by one.</summary>
    internal sealed class Builder
    {
        private const int UsualFeatures = 256; // of a post of 140 characters
        private readonly List<int> _slots = [];
        private readonly List<int> _ends = [];
        private readonly List<float> _scales = [];
        private readonly int _most;

        /// <summary>A table: more features need more room to be kept apart, while many labels leave less.</summary>
        internal Builder(int labels) => _most = Math.Min(BitOperations.Log2((uint)(LinearModel.MostWeights / (labels + 1))), ModelFile.MostBits);

        /// <summary>Adds the text that <paramref name="features"/> holds.</summary>
        internal void Add(FeatureBuffer features)
        {
            for (var group = 0; group < FeatureBuffer.Groups; group++)
            {
                var start = _slots.Count;
                foreach (var feature in features.Of((FeatureGroup)group))
                    _slots.Add((int)(feature >> (32 - _most)));
                _scales.Add(GroupScales.Of((FeatureGroup)group, _slots.Count - start));
                _ends.Add(_slots.Count);
            }
        }

        /// <summary>The finished table.</summary>
        internal FeatureTable Build()
        {
            var bits = Math.Min(_most, Math.Clamp(BitOperations.Log2((uint)(_slots.Count / UsualFeatures) + 1) + 7, 16, ModelFile.MostBits));
            var texts = CountTexts(bits);
            var kept = Enumerable.Range(0, texts.Length).Where(slot => texts[slot] >= FewestTexts)
                .OrderByDescending(slot => texts[slot]).ToArray();
            var columnOf = new int[texts.Length];
            Array.Fill(columnOf, -1);
            for (var column = 0; column < kept.Length; column++)
                columnOf[kept[column]] = column;
            var (columns, ends) = Compact(columnOf);
            return new(columns, ends, [.. _scales], kept, bits);
        }

        private int[] CountTexts(int bits)
        {
            var texts = new int[1 << bits];
            foreach (ref var slot in CollectionsMarshal.AsSpan(_slots))
                texts[slot >>= _most - bits]++;
            return texts;
        }

        private (int[] Columns, int[] Ends) Compact(int[] columnOf)
        {
            var columns = new List<int>(_slots.Count);
            var ends = new int[_ends.Count];
            var at = 0;
            for (var i = 0; i < ends.Length; i++)
            {
                for (; at < _ends[i]; at++)
                {
                    if (columnOf[_slots[at]] is var column and >= 0)
                        columns.Add(column);
                }
                ends[i] = columns.Count;
            }
            return ([.. columns], ends);
        }
    }
}
