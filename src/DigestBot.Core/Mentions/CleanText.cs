namespace DigestBot.Core.Mentions;

/// <summary>Makes customer text storable, once, where a mention is made.</summary>
public static class CleanText
{
    private const char NotACharacter = '\uFFFE';

    /// <summary>
    /// The text without U+0000 (PostgreSQL refuses it) and U+FFFE (<see cref="string.Normalize()"/> throws on it), and with U+FFFD for
    /// each lone surrogate (System.Text.Json throws on it). The same instance when there is nothing to mend.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text) => IsClean(text) ? text : Mend(text);

    private static bool IsClean(string text)
    {
        // The fast way: nearly all text has none of them, and vectorised searches find that out.
        if (text.AsSpan().ContainsAny('\0', NotACharacter))
            return false;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }

    private static string Mend(string text)
    {
        var mended = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // lone surrogates come out as U+FFFD
        {
            if (rune.Value is not (0 or NotACharacter))
                mended.Append(rune.ToString());
        }
        return mended.ToString();
    }
}
