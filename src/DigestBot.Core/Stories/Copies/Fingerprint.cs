using System.Numerics;
using System.Runtime.CompilerServices;

namespace DigestBot.Core.Stories.Copies;

/// <summary>What a text is looked up by: the smallest hashes of its runs of three words, and its words as a set of 64 bits.</summary>
internal struct Fingerprint
{
    /// <summary>How many runs are kept. A text cut to a half still shares four of its whole's eight, on average.</summary>
    internal const int Size = 8;
    private Smallest _smallest;

    /// <summary>Hashes kept, 0 to <see cref="Size"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Its words, each as one of 64 bits.</summary>
    public ulong Bag { get; private set; }

    /// <summary>The hash at a place, smallest first.</summary>
    public readonly uint this[int at] => _smallest[at];

    public static Fingerprint Of(ReadOnlySpan<WordSketch> words)
    {
        var made = default(Fingerprint);
        ulong before = 0, last = 0;
        var seen = 0;
        foreach (var word in words)
        {
            if (word.Shape is WordShape.Handle or WordShape.Hashtag)
                continue;
            var current = word.Identity;
            made.Bag |= 1UL << (int)((current * 0x9E3779B97F4A7C15UL) >> 58);
            if (++seen >= 3)
                made.Insert(Hash(before, last, current));
            (before, last) = (last, current);
        }
        if (seen is > 0 and < 3)
            made.Insert(Hash(0, before, last));
        return made;
    }

    /// <summary>A quick no for most pairs: the text with fewer words has too many that the other one lacks.</summary>
    public readonly bool MayShareWith(ulong other)
    {
        var fewer = Math.Min(BitOperations.PopCount(Bag), BitOperations.PopCount(other));
        return 100 * BitOperations.PopCount(Bag & other) >= 58 * fewer;
    }

    private static uint Hash(ulong first, ulong second, ulong third)
    {
        var mixed = (first * 0xD6E8FEB86659FD93UL) ^ BitOperations.RotateLeft(second * 0xA0761D6478BD642FUL, 21)
            ^ BitOperations.RotateLeft(third * 0xE7037ED1A0B428DBUL, 42);
        mixed ^= mixed >> 32;
        return (uint)((mixed * 0x9FB21C651E98DF25UL) >> 32);
    }

    private void Insert(uint hash)
    {
        var at = Count;
        if (at == Size && hash >= _smallest[Size - 1])
            return;
        for (var i = 0; i < Count; i++)
        {
            if (_smallest[i] == hash)
                return;
        }
        at = Math.Min(at, Size - 1);
        for (; at > 0 && _smallest[at - 1] > hash; at--)
            _smallest[at] = _smallest[at - 1];
        _smallest[at] = hash;
        Count = Math.Min(Count + 1, Size);
    }

    [InlineArray(Size)]
    private struct Smallest
    {
        private uint _first;
    }
}
