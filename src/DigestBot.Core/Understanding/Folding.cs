using System.Buffers;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Makes spellings equal before words are compared: case, accents, full-width forms. What is compared is a 64-bit hash of
/// the folded characters, built while the text is walked; two different words meet about once in 10^12 pairs.
/// </summary>
internal static class Folding
{
    /// <summary>Hash of no character at all.</summary>
    internal const ulong Empty = 14695981039346656037;

    private const int TableSize = 0x250;

    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüÄÖÜ");

    // '\0' = not part of a word. Built once from what Unicode says about the Latin blocks.
    private static readonly char[] Table = BuildTable();

    /// <summary>The folded character, or U+0000 when it cannot be part of a word.</summary>
    internal static char Fold(char c) => c < TableSize ? Table[c] : FoldRare(c);

    /// <summary>The hash with one more folded character.</summary>
    internal static ulong Add(ulong hash, char folded) => (hash ^ folded) * 1099511628211;

    /// <summary>Hash of a word of a lexicon or of settings; apostrophes do not count, as in texts.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var c in word)
            hash = AddRaw(hash, c);
        return hash;
    }

    /// <summary>The hash with one more character as written; some letters count as two.</summary>
    internal static ulong AddRaw(ulong hash, char c)
    {
        if (IsApostrophe(c) || IsCombining(c))
            return hash;
        var folded = Fold(c);
        hash = Add(hash, folded == '\0' ? c : folded);
        return Second(c) is var second and not '\0' ? Add(hash, second) : hash;
    }

    /// <summary>
    /// The second character that some letters fold to (ß is ss, œ is oe, ä is ae), otherwise U+0000. Who has no umlaut on the
    /// keyboard writes "schoen"; "schon" is another word.
    /// </summary>
    internal static char Second(char c) => c switch
    {
        'ß' => 's',
        'œ' or 'Œ' or 'æ' or 'Æ' or 'ä' or 'Ä' or 'ö' or 'Ö' or 'ü' or 'Ü' => 'e',
        _ => '\0',
    };

    /// <summary>As people abroad spell it, "Zurich" for "Zürich"; null when there is no umlaut.</summary>
    internal static string? WithoutUmlauts(string word) =>
        word.AsSpan().ContainsAny(Umlauts) ? string.Concat(word.Select(c => Umlauts.Contains(c) ? Fold(c) : c)) : null;

    /// <summary>An apostrophe, straight or typographic.</summary>
    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u00B4';

    /// <summary>A mark that belongs to the letter before it.</summary>
    internal static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>Han, kana: scripts that write no spaces between words.</summary>
    internal static bool IsUnspaced(char c) =>
        c >= '\u3005' && (c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
            or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F') or '\u3005');

    private static char FoldRare(char c)
    {
        if (c is >= '\uFF10' and <= '\uFF5A')
            return Fold((char)(c - 0xFEE0)); // full-width forms of ASCII
        return char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
    }

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var c = '\0'; c < TableSize; c++)
            table[c] = char.IsLetterOrDigit(c) ? Base(c) : '\0';
        return table;
    }

    private static char Base(char c) => char.ToLowerInvariant(c) switch
    {
        'ß' => 's',
        'œ' => 'o',
        'æ' => 'a',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        var lower => lower.ToString().Normalize(System.Text.NormalizationForm.FormD)[0],
    };
}
