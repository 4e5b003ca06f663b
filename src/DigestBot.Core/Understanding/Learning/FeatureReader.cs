namespace DigestBot.Core.Understanding.Learning;

/// <summary>Takes the features of a text that the rules have read.</summary>
internal static class FeatureReader
{
    /// <summary>Fills <paramref name="features"/>.</summary>
    internal static void Run(in TokenizedText text, in RuleAnswers rules, FeatureBuffer features)
    {
        features.Clear(text.Tokens.Length);
        WordFeatures.Add(text, features);
        TitleFeatures.Add(text, features);
        LetterFeatures.Add(text, features);
        RuleFeatures.Add(text, rules, features);
    }
}
