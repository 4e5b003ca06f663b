namespace DigestBot.Core.Understanding;

/// <summary>Faces made of signs: <c>:-)</c>, <c>=(</c>, <c>;)</c>, <c>&lt;3</c>.</summary>
internal static class Emoticons
{
    /// <summary>Length of the face at <paramref name="at"/>, or 0.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == '<')
            return at + 1 < text.Length && text[at + 1] == '3' ? 2 : 0;
        if (c is not (':' or ';' or '='))
            return 0;
        var mouth = at + 1;
        if (mouth < text.Length && text[mouth] is '-' or '\'' or '^')
            mouth++;
        return mouth < text.Length && IsMouth(text, mouth) ? mouth + 1 - at : 0;
    }

    /// <summary>Hash of the face without its nose, as faces stand in the lexicon.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> face)
    {
        if (face[0] == '<')
            return Folding.HashOf(face);
        ReadOnlySpan<char> plain = [face[0] == '=' ? ':' : face[0], face[^1]];
        return Folding.HashOf(plain);
    }

    private static bool IsMouth(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ')' or '(' or ']' or '[' or '|' or '*' => true,
        '/' => at + 1 >= text.Length || text[at + 1] != '/', // the colon of an address is no pair of eyes
        'D' or 'P' or 'p' or 'O' or 'o' or '\\' => at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]),
        _ => false,
    };
}
