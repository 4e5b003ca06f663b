using System.Numerics;

namespace DigestBot.Core.Understanding.Learning;

/// <summary>Where a feature comes from; each group is weighed against the others as a whole.</summary>
internal enum FeatureGroup
{
    /// <summary>Words and runs of them.</summary>
    Words,

    /// <summary>Words of the first line, where there are more lines: a title says in short what the rest says at length.</summary>
    Title,

    /// <summary>Runs of letters inside words.</summary>
    Letters,

    /// <summary>What the rules found and how the text is written.</summary>
    Rules,
}

/// <summary>
/// The features of one text, each once, group after group; used again for the next text. A feature is a 32-bit hash, so
/// nothing needs to be looked up but its weight.
/// </summary>
internal sealed class FeatureBuffer
{
    /// <summary>Number of groups.</summary>
    internal const int Groups = 4;

    /// <summary>Features that are looked at; the rest of a very long text changes little.</summary>
    internal const int Most = 1 << 14;

    private readonly uint[] _features = new uint[Most];
    private readonly int[] _ends = new int[Groups];
    private readonly uint[] _seen = new uint[Most * 2];
    private readonly int[] _seenIn = new int[Most * 2];
    private int _round;
    private int _mask;
    private int _group;
    private ulong _salt;
    private int _count;

    /// <summary>Features of a group, in the order in which they were met.</summary>
    internal ReadOnlySpan<uint> Of(FeatureGroup group)
    {
        var start = group == FeatureGroup.Words ? 0 : _ends[(int)group - 1];
        return _features.AsSpan(start, _ends[(int)group] - start);
    }

    /// <summary>Forgets the last text.</summary>
    /// <param name="pieces">Pieces of the next text: a short one needs little room, which stays near.</param>
    internal void Clear(int pieces)
    {
        _mask = (int)Math.Min(Most * 2, BitOperations.RoundUpToPowerOf2((uint)((pieces * 40) + 256))) - 1;
        _round++;
        _count = 0;
        Array.Clear(_ends);
    }

    /// <summary>What is added from here on belongs to <paramref name="group"/>; groups come in their order.</summary>
    internal void Begin(FeatureGroup group)
    {
        _group = (int)group;
        _salt = ((ulong)group + 1) * 0xD6E8FEB86659FD93;
        _ends[_group] = _count;
    }

    /// <summary>Adds a feature unless it is there.</summary>
    internal void Add(ulong hash)
    {
        var feature = (uint)(((hash ^ _salt) * 0x9E3779B97F4A7C15) >> 32);
        if (_count == Most || !IsNew(feature))
            return;
        _features[_count++] = feature;
        _ends[_group] = _count;
    }

    private bool IsNew(uint feature)
    {
        for (var slot = (int)(feature * 0x85EBCA6B) & _mask; ; slot = (slot + 1) & _mask)
        {
            if (_seenIn[slot] != _round)
            {
                (_seen[slot], _seenIn[slot]) = (feature, _round);
                return true;
            }
            if (_seen[slot] == feature)
                return false;
        }
    }
}
