using System.Text;

namespace DigestBot.Core.Understanding;

/// <summary>A word while the lexicon is put together.</summary>
internal sealed class WordDraft
{
    /// <summary>What distinguishes it: the folded word, with <c>*</c> when it is the beginning of words.</summary>
    internal required string Key { get; init; }

    /// <summary>The folded word.</summary>
    internal required string Stem { get; init; }

    /// <summary>Stands for every word that begins so.</summary>
    internal required bool IsPrefix { get; init; }

    /// <summary>What texts are searched by; 0 for sets and stand-ins.</summary>
    internal required ulong Hash { get; init; }

    /// <summary>Sets that it belongs to.</summary>
    internal List<int> Sets { get; } = [];

    /// <summary>Packed evidence: for which languages it speaks.</summary>
    internal ulong Languages { get; private set; }

    /// <summary>What it means, by language.</summary>
    internal MeaningDraft?[] Meanings { get; } = new MeaningDraft?[Tongues.Count];

    /// <summary>The longest entry that is the beginning of this one, or -1.</summary>
    internal int Prefix { get; set; } = -1;

    /// <summary>Reads a piece of an entry.</summary>
    internal static WordDraft Of(string piece)
    {
        var isPrefix = piece.Length > Lexicon.ShortestPrefix && piece[^1] == '*';
        var isStandIn = IsStandIn(piece);
        var stem = isStandIn ? piece : Folded(isPrefix ? piece[..^1] : piece);
        var hash = Folding.HashOf(stem);
        return new()
        {
            Key = isPrefix ? stem + "*" : stem,
            Stem = stem,
            IsPrefix = isPrefix,
            Hash = isStandIn ? 0 : isPrefix ? Lexicon.PrefixKey(hash) : hash,
        };
    }

    /// <summary>Whether a piece stands for other words: a set, a number, any word.</summary>
    internal static bool IsStandIn(string piece) => piece is ['{' or '<', _, _, ..] or "_" or "..";

    /// <summary>Counts it for a language, at most once for each strength.</summary>
    internal void Vouch(int tongue, int points)
    {
        if (((Languages >> (8 * tongue)) & 0xFF) < (ulong)points)
            Languages = (Languages & ~Tongues.Lane(tongue, 0xFF)) | Tongues.Lane(tongue, points);
    }

    /// <summary>Takes over what the beginning of this word means.</summary>
    internal void Inherit(WordDraft prefix)
    {
        if (Languages == 0)
            Languages = prefix.Languages;
        for (var tongue = 0; tongue < Tongues.Count; tongue++)
        {
            if (prefix.Meanings[tongue] is { } wider)
                (Meanings[tongue] ??= new()).Inherit(wider);
        }
    }

    private static string Folded(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (Folding.IsApostrophe(c) || Folding.IsCombining(c))
                continue;
            folded.Append(Folding.Fold(c) is var f and not '\0' ? f : c);
            if (Folding.Second(c) is var second and not '\0')
                folded.Append(second);
        }
        return folded.ToString();
    }
}
