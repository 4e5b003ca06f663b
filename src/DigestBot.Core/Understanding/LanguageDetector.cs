namespace DigestBot.Core.Understanding;

/// <summary>Tells the language from its script, its small words and its accents.</summary>
internal static class LanguageDetector
{
    private const int WordsLookedAt = 48; // 48 words of 3 points and 16 accents stay below the 255 of a lane
    private const int HintPoints = 3;

    private static readonly ulong[] Letters = BuildLetters();

    /// <summary>Which languages a Latin letter with an accent speaks for.</summary>
    internal static ulong OfLetter(char c) => Letters[c];

    /// <summary>The language as code, and the column of the lexicon to read with.</summary>
    /// <param name="buffer">The text.</param>
    /// <param name="lexicon">What words are known.</param>
    /// <param name="claimed">What the source says; counts when the text leaves doubt.</param>
    internal static (string Code, Tongue Tongue) Detect(TokenBuffer buffer, Lexicon lexicon, string? claimed)
    {
        if (ByScript(buffer, claimed) is { } code)
            return (code, code == "ja" ? Tongue.Japanese : Tongue.English);
        var points = PointsOf(buffer, lexicon);
        var hint = claimed is null ? -1 : Tongues.IndexOf(claimed);
        if (hint >= 0)
            points += Tongues.Lane(hint, HintPoints);
        var best = Best(points);
        return best >= 0 ? (Tongues.Code((Tongue)best), (Tongue)best) : (Tongues.Unknown, Tongue.English);
    }

    private static string? ByScript(TokenBuffer buffer, string? claimed)
    {
        var letters = buffer.ScriptLetters;
        var most = 1;
        for (var script = 1; script < Scripts.Count; script++)
            most = letters[script] > letters[most] ? script : most;
        if (letters[most] <= 2 * buffer.LongWords)
            return null;
        var isJapanese = letters[Scripts.Kana] > 0 && most is Scripts.Han or Scripts.Kana;
        return isJapanese || (most == Scripts.Han && claimed == "ja") ? "ja" : Scripts.LanguageOf(most);
    }

    private static ulong PointsOf(TokenBuffer buffer, Lexicon lexicon)
    {
        var points = buffer.Accents;
        var words = 0;
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (token.Kind != TokenKind.Word || token.Word < 0)
                continue;
            points += lexicon.Languages[token.Word];
            if (++words == WordsLookedAt)
                break;
        }
        return points;
    }

    // The first of equals wins: English before the others, as most mentions are.
    private static int Best(ulong points)
    {
        var (best, most) = (-1, 0);
        for (var tongue = 0; tongue < Tongues.Count; tongue++)
        {
            var own = (int)(points >> (8 * tongue)) & 0xFF;
            if (own > most)
                (best, most) = (tongue, own);
        }
        return best;
    }

    private static ulong[] BuildLetters()
    {
        var letters = new ulong[0x250];
        Speak(letters, "äöüß", Tongue.German, 3);
        Speak(letters, "éèàùâêîôûëïçœ", Tongue.French, 1);
        Speak(letters, "êûœ", Tongue.French, 1);
        Speak(letters, "ñ", Tongue.Spanish, 4);
        Speak(letters, "áéíóú", Tongue.Spanish, 2);
        Speak(letters, "àèéìòù", Tongue.Italian, 1);
        Speak(letters, "ìò", Tongue.Italian, 2);
        Speak(letters, "ãõ", Tongue.Portuguese, 4);
        Speak(letters, "áâéêíóôúç", Tongue.Portuguese, 1);
        Speak(letters, "ëï", Tongue.Dutch, 1);
        return letters;
    }

    private static void Speak(ulong[] letters, string which, Tongue tongue, int points)
    {
        foreach (var c in which)
        {
            letters[c] += Tongues.Lane((int)tongue, points);
            letters[char.ToUpperInvariant(c)] = letters[c];
        }
    }
}
