namespace DigestBot.Core.Understanding;

/// <summary>HTML inside a text, as issue trackers and reviews carry it.</summary>
internal static class MarkupTag
{
    private const int Longest = 400;

    // A folded block holds what a machine wrote: system information, logs.
    private const string Folded = "<details", FoldedEnd = "</details>";

    /// <summary>Length of the tag (or folded block) at <paramref name="at"/>, or 0.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.Length < 3 || !(char.IsAsciiLetter(rest[1]) || rest[1] == '/'))
            return 0;
        if (rest.StartsWith(Folded, StringComparison.OrdinalIgnoreCase) && rest.IndexOf(FoldedEnd, StringComparison.OrdinalIgnoreCase) is var end and > 0)
            return end + FoldedEnd.Length;
        return rest[..Math.Min(Longest, rest.Length)].IndexOf('>') + 1;
    }
}
