namespace DigestBot.Core.Understanding;

/// <summary>Marks between words.</summary>
internal static class Punctuation
{
    internal static bool IsStop(char c) => c is '.' or '!' or '?' or '\n' or '\r' or '…' or '。' or '！' or '？' or '¿' or '¡' or '؟';

    internal static bool IsPause(char c) =>
        c is ',' or ';' or ':' or '(' or ')' or '"' or '[' or ']' or '|' or '{' or '}' or '、' or '，' or '“' or '”' or '„' or '«' or '»' or '–' or '—' or '「' or '」';

    internal static bool IsBreak(char c) => IsStop(c) || IsPause(c);

    internal static bool IsQuestion(char c) => c is '?' or '？' or '؟';

    internal static bool IsExclamation(char c) => c is '!' or '！';

    /// <summary>Units at <paramref name="at"/> that belong to the emoji before them: variation, skin, joined emoji; 0 for none.</summary>
    internal static int JoinsEmoji(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return 0;
        if (text[at] == '\uFE0F')
            return 1;
        if (text[at] == '\uD83C' && at + 1 < text.Length && text[at + 1] is >= '\uDFFB' and <= '\uDFFF')
            return 2;
        if (text[at] != '\u200D' || at + 1 >= text.Length)
            return 0;
        return char.IsHighSurrogate(text[at + 1]) && at + 2 < text.Length && char.IsLowSurrogate(text[at + 2]) ? 3 : 2;
    }
}
