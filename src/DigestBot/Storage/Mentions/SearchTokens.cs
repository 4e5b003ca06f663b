using System.Globalization;
using System.Text;

namespace DigestBot.Storage.Mentions;

/// <summary>One word to look for.</summary>
/// <param name="Text">Letters and digits, folded.</param>
/// <param name="IsPrefix">Any token that begins with it will do: a single character of a script written without spaces.</param>
internal readonly record struct SearchToken(string Text, bool IsPrefix);

/// <summary>
/// What full-text search goes by on every engine: our own tokens, because no engine's tokenizer finds both a Japanese word and a
/// Spanish one. Words of letters and digits, lower case, without accents; scripts written without spaces (and Korean, whose words take
/// endings) as overlapping pairs, with the last character of a run alone, so that a single one is found as the beginning of a token.
/// </summary>
internal static class SearchTokens
{
    // Longer "words" are encoded data; PostgreSQL refuses lexemes above 2 KB, and no index is better for a novel's every word.
    private const int LongestWord = 64;
    private const int MostTokens = 4000;

    /// <summary>The tokens of a text, joined by single spaces; empty when it has none.</summary>
    public static string Of(string text) => Ascii.IsValid(text) ? OfAscii(text) : OfAny(text);

    // Most mentions are plain ASCII, and an import passes every one of them: the same tokens, in one walk.
    private static string OfAscii(string text)
    {
        var tokens = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var (length, inWord, left) = (0, 0, MostTokens);
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                inWord = 0;
                continue;
            }
            if (inWord == 0 && left-- == 0)
                break;
            if (inWord == 0 && length > 0)
                tokens[length++] = ' ';
            if (inWord++ < LongestWord)
                tokens[length++] = char.ToLowerInvariant(c);
        }
        return tokens[..length].ToString();
    }

    private static string OfAny(string text)
    {
        var tokens = new StringBuilder(text.Length + 16);
        var left = MostTokens;
        foreach (var run in Runs(text))
        {
            foreach (var token in Indexed(run))
            {
                if (left-- == 0)
                    return tokens.ToString();
                tokens.Append(tokens.Length == 0 ? "" : " ").Append(token.Span);
            }
        }
        return tokens.ToString();
    }

    /// <summary>The words somebody typed, each once. Nothing in them is an operator.</summary>
    public static IReadOnlyList<SearchToken> OfQuery(string words) => [.. Runs(words).SelectMany(Asked).Distinct()];

    private static IEnumerable<ReadOnlyMemory<char>> Indexed(Run run) =>
        run.IsPaired ? Pairs(run.Text).Append(run.Text[LastOf(run.Text)..]) : [run.Text];

    private static IEnumerable<SearchToken> Asked(Run run)
    {
        if (!run.IsPaired)
            return [new(run.Text.ToString(), IsPrefix: false)];
        return LastOf(run.Text) == 0
            ? [new(run.Text.ToString(), IsPrefix: true)]
            : Pairs(run.Text).Select(pair => new SearchToken(pair.ToString(), IsPrefix: false));
    }

    private static IEnumerable<ReadOnlyMemory<char>> Pairs(ReadOnlyMemory<char> run)
    {
        for (int first = 0, second = RuneLength(run, 0); second < run.Length;)
        {
            var end = second + RuneLength(run, second);
            yield return run[first..end];
            (first, second) = (second, end);
        }
    }

    private static int RuneLength(ReadOnlyMemory<char> run, int at) => char.IsHighSurrogate(run.Span[at]) ? 2 : 1;

    private static int LastOf(ReadOnlyMemory<char> run) => run.Length - (char.IsLowSurrogate(run.Span[^1]) ? 2 : 1);

    // Runs of characters that make tokens: a word, or a stretch of a script without spaces.
    private static IEnumerable<Run> Runs(string text)
    {
        var folded = FoldedText.Of(text).AsMemory();
        for (var at = 0; at < folded.Length;)
        {
            var kind = KindAt(folded.Span, at, out var length);
            var end = at + length;
            while (end < folded.Length && kind != Kind.Between && KindAt(folded.Span, end, out length) == kind)
                end += length;
            if (kind != Kind.Between)
                yield return new(Shortened(folded[at..end], kind), kind == Kind.Paired);
            at = end;
        }
    }

    private static ReadOnlyMemory<char> Shortened(ReadOnlyMemory<char> run, Kind kind)
    {
        if (kind == Kind.Paired || run.Length <= LongestWord)
            return run;
        return run[..(char.IsHighSurrogate(run.Span[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
    }

    private static Kind KindAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        var c = text[at];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) ? Kind.Word : Kind.Between;
        Rune.DecodeFromUtf16(text[at..], out var rune, out length);
        if (IsPaired(rune.Value))
            return Kind.Paired;
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark ? Kind.Word : Kind.Between;
    }

    // Thai to Khmer, kana to Han, Hangul, Han beyond the first plane.
    private static bool IsPaired(int rune) => rune is (>= 0x0E01 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17DD)
        or (>= 0x3040 and <= 0x30FF and not 0x30FB) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or 0x3005
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);

    private enum Kind
    {
        Between,
        Word,
        Paired,
    }

    private readonly record struct Run(ReadOnlyMemory<char> Text, bool IsPaired);
}
