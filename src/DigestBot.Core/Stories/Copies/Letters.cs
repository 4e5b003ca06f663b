using System.Globalization;
using System.Text;

namespace DigestBot.Core.Stories.Copies;

/// <summary>Which characters make words, folded: lower case, no accents.</summary>
internal static class Letters
{
    private const int TableSize = 0x250; // Latin with all its accented forms; the rest goes the slow way
    private static readonly char[] Table = [.. Enumerable.Range(0, TableSize).Select(c => FoldSlowly((char)c))];

    /// <summary>The folded letter or digit; U+0000 when the character is none.</summary>
    public static char Fold(char c) => c < TableSize ? Table[c] : FoldSlowly(c);

    /// <summary>Scripts that write without spaces: each character stands for itself.</summary>
    public static bool IsUnspaced(char c) =>
        c >= '\u0E00' && c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>An apostrophe between letters, or punctuation between digits ("don't", "1.5", "7:30"): the word goes on.</summary>
    public static bool IsInside(string text, int at, char before)
    {
        var c = text[at];
        var next = at + 1;
        if (c is '\'' or '’' or '\u2018' or '\u00B4' or '`' or '_' || IsInvisible(c))
        {
            while (next < text.Length && IsInvisible(text[next]))
                next++;
            return next < text.Length && Fold(text[next]) != 0;
        }
        if (!char.IsAsciiDigit(before) || c is not ('.' or ',' or ':' or '/' or '-'))
            return false;
        while (next < text.Length && text[next] is '.' or ',' or ':' or '/' or '-')
            next++;
        return next < text.Length && char.IsAsciiDigit(text[next]);
    }

    // Soft hyphens, joiners and spaces of no width: put into words by programs, and by those who hide copies.
    private static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    private static char FoldSlowly(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            return char.ToLowerInvariant(c);
        if (c is >= '\uFE00' and <= '\uFE0F') // says how the emoji before it is drawn
            return '\0';
        if (char.IsSurrogate(c) || !(char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark))
            return '\0';
        if (c == 'ß')
            return 's';
        return c < TableSize ? char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]) : char.ToLowerInvariant(c);
    }
}
