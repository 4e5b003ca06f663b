namespace DigestBot.Core.Understanding;

/// <summary>Scripts that tell a language, or nearly.</summary>
internal static class Scripts
{
    internal const int Latin = 0, Kana = 1, Han = 2, Hangul = 3, Cyrillic = 4, Greek = 5, Arabic = 6, Hebrew = 7, Thai = 8, Devanagari = 9;

    /// <summary>Number of scripts.</summary>
    internal const int Count = 10;

    private static readonly string[] Languages = ["und", "ja", "zh", "ko", "ru", "el", "ar", "he", "th", "hi"];

    // First character of each range of letters with its script, ascending; what lies outside the known ranges counts as Latin.
    private static readonly (char From, char To, int Script)[] Ranges =
    [
        ('\u0370', '\u03FF', Greek), ('\u0400', '\u052F', Cyrillic), ('\u0590', '\u05FF', Hebrew),
        ('\u0600', '\u077F', Arabic), ('\u0900', '\u097F', Devanagari), ('\u0E00', '\u0E7F', Thai),
        ('\u1100', '\u11FF', Hangul), ('\u3041', '\u30FF', Kana), ('\u3400', '\u9FFF', Han),
        ('\uAC00', '\uD7AF', Hangul), ('\uF900', '\uFAFF', Han), ('\uFF66', '\uFF9F', Kana),
    ];

    /// <summary>The script of a letter.</summary>
    internal static int Of(char c)
    {
        foreach (var (from, to, script) in Ranges)
        {
            if (c >= from && c <= to)
                return script;
        }
        return Latin;
    }

    /// <summary>The language that a script is mostly used for; <c>und</c> for Latin.</summary>
    internal static string LanguageOf(int script) => Languages[script];
}
