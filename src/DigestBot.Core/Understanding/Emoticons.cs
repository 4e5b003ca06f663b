namespace DigestBot.Core.Understanding;

/// <summary>Faces made of signs: <c>:-)</c>, <c>=(</c>, <c>;)</c>, <c>&lt;3</c>, <c>-.-</c>.</summary>
internal static class Emoticons
{
    // Faces that are not eyes and a mouth.
    private static readonly string[] Drawn = ["<3", "^^", "^_^", "^-^", "-.-", "-,-", "-_-", ">_<", ">.<", "(:"];

    /// <summary>Length of the face at <paramref name="at"/>, or 0.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ':' or ';' or '=' => LengthWithEyes(text, at),
        '<' or '^' or '-' or '>' or '(' => LengthDrawn(text[at..]),
        _ => 0,
    };

    private static int LengthDrawn(ReadOnlySpan<char> text)
    {
        foreach (var face in Drawn)
        {
            if (text.StartsWith(face))
                return face.Length;
        }
        return 0;
    }

    private static int LengthWithEyes(ReadOnlySpan<char> text, int at)
    {
        var mouth = at + 1;
        if (mouth < text.Length && text[mouth] is '-' or '\'' or '^')
            mouth++;
        return mouth < text.Length && IsMouth(text, mouth) ? mouth + 1 - at : 0;
    }

    /// <summary>Hash of the face without its nose, as faces stand in the lexicon.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> face)
    {
        if (face[0] is not (':' or ';' or '='))
            return Folding.HashOf(face);
        ReadOnlySpan<char> plain = [face[0] == '=' ? ':' : face[0], face[^1]];
        return Folding.HashOf(plain);
    }

    private static bool IsMouth(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ')' or '(' or ']' or '[' or '|' or '*' => true,
        '/' => at + 1 >= text.Length || text[at + 1] != '/', // the colon of an address is no pair of eyes
        '3' => at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]) && !char.IsAsciiDigit(text[Math.Max(0, at - 2)]),
        'D' or 'P' or 'p' or 'O' or 'o' or '\\' => at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]),
        _ => false,
    };
}
