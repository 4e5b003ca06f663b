using System.Globalization;
using System.Text;

namespace DigestBot.Storage.Mentions;

/// <summary>Text as search compares it: compatible forms made one, lower case, no accents.</summary>
internal static class FoldedText
{
    /// <summary>The folded text; folding it again changes nothing.</summary>
    /// <param name="text">Clean text (no lone surrogate).</param>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            Append(folded, c);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (c < 0x80 || !IsAccentedScript(c))
            AppendUnlessMark(folded, c);
        else if (Spelled(c) is { } letters)
            folded.Append(letters);
        else
            foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
                AppendPart(folded, part);
    }

    // What comes apart may hold a letter that is spelled out: an accented æ holds an æ.
    private static void AppendPart(StringBuilder folded, char part)
    {
        if (Spelled(part) is { } letters)
            folded.Append(letters);
        else
            AppendUnlessMark(folded, part);
    }

    // Marks over, under and inside letters. A surrogate's half is none of them.
    private static void AppendUnlessMark(StringBuilder folded, char c)
    {
        if (c < 0x300 || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            folded.Append(char.ToLowerInvariant(c)); // once more: a Turkish İ comes apart into a capital and a dot
    }

    // Latin, Greek and Cyrillic with their extensions. Kana and Hangul are left whole: there a mark makes another letter.
    private static bool IsAccentedScript(char c) => c is (>= '\u00C0' and <= '\u058F') or (>= '\u1E00' and <= '\u1FFF');

    // Letters that people type in another way and that do not decompose.
    private static string? Spelled(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ς' => "σ",
        _ => null,
    };
}
