using System.Buffers;

namespace DigestBot.Core.Understanding;

/// <summary>Web addresses inside a text.</summary>
internal static class Links
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"<>)]");

    /// <summary>Length of the address at <paramref name="at"/>, or 0.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) && IsScheme(rest) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return EndOf(rest);
        return IsShort(rest) ? EndOf(rest) : 0;
    }

    // "http" alone stands for a link in texts whose links were taken out.
    private static bool IsScheme(ReadOnlySpan<char> rest)
    {
        var after = rest.Length > 4 && rest[4] is 's' or 'S' ? 5 : 4;
        return after >= rest.Length || rest[after] == ' ' || rest[after..].StartsWith("://");
    }

    // bit.ly/abc: letters, a dot, two to four letters, a slash.
    private static bool IsShort(ReadOnlySpan<char> rest)
    {
        var dot = rest[..Math.Min(rest.Length, 24)].IndexOfAnyExceptInRange('0', 'z');
        if (dot < 2 || rest[dot] != '.')
            return false;
        var slash = rest[..Math.Min(rest.Length, dot + 6)].IndexOf('/');
        return slash >= dot + 3 && !rest[(dot + 1)..slash].ContainsAnyExceptInRange('a', 'z');
    }

    private static int EndOf(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(Ends);
        return end < 0 ? rest.Length : end;
    }
}
