namespace DigestBot.Core.Understanding;

/// <summary>
/// Everything that is known about words, in tables that a text is walked against once. Words and patterns share one
/// numbering of meanings: a word's is its own number, a pattern's is its node plus the number of words.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>A beginning of words has at least this many letters.</summary>
    internal const int ShortestPrefix = 3;

    /// <summary>Numbers of the stand-ins that patterns may use.</summary>
    internal const int AnyPiece = 0, Gap = 1, Number = 2, Link = 3, Handle = 4;

    internal required HashMap64 Words { get; init; }

    internal required HashMap64 Edges { get; init; }

    /// <summary>Which hashes can be a beginning of words; says yes to a few that are not.</summary>
    internal required ulong[] Prefixes { get; init; }

    /// <summary>What a word counts as in patterns (itself, its beginning, its sets); null when it is in none.</summary>
    internal required int[]?[] Atoms { get; init; }

    /// <summary>Packed evidence for languages, by word.</summary>
    internal required ulong[] Languages { get; init; }

    /// <summary>Meanings by language, then number.</summary>
    internal required Meaning[][] Meanings { get; init; }

    /// <summary>Sets of topics, departments and names, by number; 0 is the empty one.</summary>
    internal required int[][] Sets { get; init; }

    internal required string[] Topics { get; init; }

    internal required string[] Departments { get; init; }

    /// <summary>Number of words, and so the number of the meaning of the first pattern.</summary>
    internal int WordCount => Languages.Length;

    /// <summary>Key of an edge of the tree of patterns.</summary>
    internal static ulong EdgeKey(int node, int word) => (((ulong)(uint)node + 1) << 32) | (uint)word;

    /// <summary>Key of a beginning of words, apart from the whole word of the same letters.</summary>
    internal static ulong PrefixKey(ulong hash) => hash ^ 0x5BF03635F0935B21;

    /// <summary>A sieve for keys of beginnings.</summary>
    internal static ulong[] SieveOf(IEnumerable<ulong> keys)
    {
        var sieve = new ulong[1024];
        foreach (var key in keys)
            sieve[key >> 54] |= 1UL << (int)((key >> 48) & 63);
        return sieve;
    }

    /// <summary>Whether words may begin with what has this hash.</summary>
    internal bool MayBegin(ulong hash)
    {
        var key = PrefixKey(hash);
        return (Prefixes[key >> 54] >> (int)((key >> 48) & 63) & 1) != 0;
    }
}
