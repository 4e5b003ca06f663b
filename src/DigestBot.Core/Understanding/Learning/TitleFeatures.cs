namespace DigestBot.Core.Understanding.Learning;

/// <summary>Words and pairs of the first line of a text that has more.</summary>
internal static class TitleFeatures
{
    private const ulong First = 0x5B;

    /// <summary>Adds the features of <paramref name="text"/>; none when it is one line.</summary>
    internal static void Add(in TokenizedText text, FeatureBuffer features)
    {
        features.Begin(FeatureGroup.Title);
        var end = text.Text.IndexOf('\n');
        var before = First;
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.Start >= end)
                return;
            if (token.IsBreak)
                continue;
            var word = WordFeatures.HashOf(token);
            features.Add(word);
            features.Add(WordFeatures.Mix(before, word));
            before = word;
        }
    }
}
