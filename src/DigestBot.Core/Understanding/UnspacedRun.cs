namespace DigestBot.Core.Understanding;

/// <summary>Cuts Japanese (and Chinese) into words of the lexicon, longest first; what lies between them stays in one piece while the script stays the same.</summary>
internal static class UnspacedRun
{
    private const int LongestWord = 8;

    /// <summary>Reads the run that begins at <paramref name="at"/>; the index after it.</summary>
    internal static int Read(ReadOnlySpan<char> text, int at, Lexicon lexicon, TokenBuffer buffer)
    {
        var end = at;
        while (end < text.Length && Folding.IsUnspaced(text[end]))
            buffer.CountScript(Scripts.Of(text[end++]));
        var unknown = at;
        while (at < end)
        {
            var (word, length) = LongestAt(text[at..end], lexicon);
            if (length == 0)
            {
                at++;
                continue;
            }
            AddUnknown(text, unknown, at, buffer);
            buffer.Add(new Token(at, length, word, TokenKind.Word, TokenShape.None, Folding.HashOf(text.Slice(at, length))));
            unknown = at += length;
        }
        AddUnknown(text, unknown, end, buffer);
        return end;
    }

    private static (int Word, int Length) LongestAt(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        var found = (Word: HashMap64.Missing, Length: 0);
        var hash = Folding.Empty;
        for (var i = 0; i < Math.Min(text.Length, LongestWord); i++)
        {
            hash = Folding.AddRaw(hash, text[i]);
            if (lexicon.Words.Find(hash) is var word and >= 0)
                found = (word, i + 1);
        }
        return found;
    }

    private static void AddUnknown(ReadOnlySpan<char> text, int from, int to, TokenBuffer buffer)
    {
        while (from < to)
        {
            var next = from + 1;
            while (next < to && IsSameScript(text[from], text[next]))
                next++;
            buffer.Add(new Token(from, next - from, -1, TokenKind.Word, TokenShape.None, Folding.HashOf(text[from..next])));
            from = next;
        }
    }

    private static bool IsSameScript(char a, char b) => ScriptOf(a) == ScriptOf(b);

    // Hiragana is mostly grammar, katakana mostly names, so the two are kept apart.
    private static int ScriptOf(char c) => c is >= '\u30A0' and <= '\u30FF' ? -1 : Scripts.Of(c);
}
