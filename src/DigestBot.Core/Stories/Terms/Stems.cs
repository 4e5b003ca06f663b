namespace DigestBot.Core.Stories.Terms;

/// <summary>
/// Cuts a folded word to what its forms share ("declined", "declining" and "declines" are "declin"). Light on purpose: it
/// groups words, nobody reads it. Covers English endings and the plurals that Spanish and French share with it.
/// </summary>
internal static class Stems
{
    private const int Shortest = 3;
    private static readonly string[] Endings =
        ["ingly", "edly", "ations", "ation", "ements", "ement", "ings", "ing", "ied", "ies", "ers", "ed", "es", "s", "ly", "er"];

    /// <summary>Length of the stem at the beginning of <paramref name="word"/>, which is changed in place where spelling asks for it.</summary>
    public static int Cut(Span<char> word)
    {
        var length = WithoutEnding(word);
        if (length > Shortest && word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's'))
            length--;
        if (length > 4 && word[length - 1] == 'e')
            length--;
        if (length > Shortest && word[length - 1] == 'y')
            word[length - 1] = 'i';
        return length;
    }

    private static int WithoutEnding(Span<char> word)
    {
        foreach (var ending in Endings)
        {
            var length = word.Length - ending.Length;
            if (length < Shortest || !word.EndsWith(ending))
                continue;
            if (ending is not ("ied" or "ies"))
                return length;
            word[length] = 'y';
            return length + 1;
        }
        return word.Length;
    }
}
