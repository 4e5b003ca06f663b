namespace DigestBot.Core.Understanding.Learning;

/// <summary>Runs of three to five folded letters inside words, edges marked: what endings, compounds and typing errors have in common.</summary>
internal static class LetterFeatures
{
    private const int Shortest = 3;
    private const int Longest = 5;
    private const int LongestWord = 30;
    private const char Edge = '_';

    /// <summary>Adds the features of <paramref name="text"/>.</summary>
    internal static void Add(in TokenizedText text, FeatureBuffer features)
    {
        features.Begin(FeatureGroup.Letters);
        Span<char> letters = stackalloc char[LongestWord + 2];
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Hashtag)
                AddRuns(letters[..Fold(text.Of(token), letters)], features, text.Tongue == Tongue.Japanese ? 1 : Shortest);
        }
    }

    private static void AddRuns(ReadOnlySpan<char> letters, FeatureBuffer features, int shortest)
    {
        for (var start = 0; start + shortest <= letters.Length; start++)
        {
            var hash = Folding.Empty;
            var longest = Math.Min(Longest, letters.Length - start);
            for (var length = 1; length <= longest; length++)
            {
                hash = Folding.Add(hash, letters[start + length - 1]);
                if (length >= shortest)
                    features.Add(hash);
            }
        }
    }

    private static int Fold(ReadOnlySpan<char> word, Span<char> letters)
    {
        var count = 0;
        letters[count++] = Edge;
        foreach (var c in word)
        {
            if (Folding.Fold(c) is var folded and not '\0' && count <= LongestWord)
                letters[count++] = folded;
        }
        letters[count++] = Edge;
        return count;
    }
}
