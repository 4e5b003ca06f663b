using System.Globalization;
using System.Text;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Makes any text fit to be shown, whatever it is shown in: no control characters, nothing that turns the reading direction
/// around, no towers of accents, no hidden letters. What a format makes of the rest is for that format's own escaping.
/// </summary>
internal static class VisibleText
{
    /// <summary>What stands where nothing visible is left: platforms refuse empty texts.</summary>
    public const string Nothing = "…";

    // Scripts that people write need up to four (Vietnamese two, Hebrew three, Tibetan four); more is vandalism.
    private const int MarksPerLetter = 4;

    /// <summary>One line: white space of any kind becomes one space; at most <paramref name="longest"/> UTF-16 units, never empty.</summary>
    public static string Line(string text, int longest) => Cut(Shown(text, keepLineBreaks: false), longest);

    /// <summary>The same with line breaks kept (at most two in a row).</summary>
    public static string Lines(string text, int longest) => Cut(Shown(text, keepLineBreaks: true), longest);

    /// <summary>At most <paramref name="longest"/> UTF-16 units, cut between two letters as people see them, the cut marked.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text.Length == 0 ? Nothing : text;
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > longest - Nothing.Length)
                break;
            end = next;
        }
        return string.Concat(text.AsSpan(0, end).TrimEnd(), Nothing);
    }

    private static string Shown(string text, bool keepLineBreaks)
    {
        var shown = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes()) // lone surrogates come out as U+FFFD
        {
            if (IsHidden(rune))
                continue;
            if (IsGap(rune))
            {
                AppendGap(shown, keepLineBreaks && rune.Value == '\n');
                continue;
            }
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MarksPerLetter)
                shown.Append(rune.ToString());
        }
        return shown.ToString().TrimEnd();
    }

    private static void AppendGap(StringBuilder shown, bool isLineBreak)
    {
        if (shown.Length == 0)
            return;
        if (!isLineBreak)
        {
            if (shown[^1] is not (' ' or '\n'))
                shown.Append(' ');
            return;
        }
        if (shown[^1] == ' ')
            shown.Length--;
        if (shown.Length < 2 || shown[^1] != '\n' || shown[^2] != '\n')
            shown.Append('\n');
    }

    private static bool IsGap(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Format characters are invisible: marks and overrides of direction, zero-width letters, the tag letters that hide whole
    // sentences. Only the two joiners are kept, which emoji and Persian cannot do without. Fillers are blank "letters".
    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        0x200C or 0x200D => false,
        0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format,
    };
}
