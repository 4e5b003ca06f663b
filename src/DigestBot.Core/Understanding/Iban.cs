namespace DigestBot.Core.Understanding;

/// <summary>International bank account numbers: two letters, two check digits, 11 to 30 more, in groups or not.</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    /// <summary>End of the account number that begins at <paramref name="start"/>, or 0 when there is none that checks.</summary>
    internal static int EndAt(ReadOnlySpan<char> text, int start)
    {
        if (start + 4 > text.Length || !IsHead(text[start..]))
            return 0;
        Span<char> signs = stackalloc char[Longest];
        var (count, found) = (0, 0);
        for (var at = start; at < text.Length && count < Longest; at++)
        {
            if (text[at] == ' ' && count % 4 == 0)
                continue;
            if (!char.IsAsciiDigit(text[at]) && !char.IsAsciiLetterUpper(text[at]))
                break;
            signs[count++] = text[at];
            var ends = at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
            if (count >= Shortest && ends && Checks(signs[..count]))
                found = at + 1;
        }
        return found;
    }

    private static bool IsHead(ReadOnlySpan<char> text) =>
        char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    // ISO 13616: the head goes to the end, letters count from 10, the remainder by 97 is 1.
    private static bool Checks(ReadOnlySpan<char> signs)
    {
        var rest = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            var c = signs[(i + 4) % signs.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }
}
