namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// What the rules found and how a text is written, as steps: a number is the steps it has climbed, so that a linear model
/// can bend it. Topics and departments count by name, so that they mean the same in the next release.
/// </summary>
internal static class RuleFeatures
{
    private static readonly double[] Scores = [-0.9, -0.75, -0.6, -0.45, -0.3, -0.16, -0.08, 0, 0.08, 0.16, 0.3, 0.45, 0.6, 0.75, 0.9];
    private static readonly double[] Weights = [0.01, 1, 2, 3, 4, 6, 8, 11, 15];
    private static readonly double[] Chances = [0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.97, 0.995];
    private static readonly double[] Lengths = [3, 5, 8, 12, 17, 23, 30, 40, 60, 100, 200, 500];
    private static readonly double[] Counts = [1, 2, 3, 5];

    private enum Name : ulong
    {
        Bias = 0xA000, Score, Praise, Trouble, Suggestion, Length, Exclamations, Questions, Links, Hashtags, Capitals, Emoji, Handles, Numbers,
        Language, Asking, Kind, Ironic, Department, FirstTopic, Topic, ScoreIn, KindAndScore, AskingAndChance, LanguageAndKind,
        Felt, Troubled, Asked, Cues, LastFelt, FirstFelt, Severe, TopicAndFeeling, Elongated, ChanceAndScore, LanguageAndLast,
    }

    /// <summary>Adds the features of <paramref name="text"/>.</summary>
    internal static void Add(in TokenizedText text, in RuleAnswers rules, FeatureBuffer features)
    {
        features.Begin(FeatureGroup.Rules);
        Add(features, Name.Bias, 0);
        AddAnswers(rules, features);
        AddPairs(rules, features);
        AddSubjects(rules, features);
        AddWriting(text, features);
        AddHits(text, features);
        LineFeatures.Add(text.Text, features);
    }

    private static void AddAnswers(in RuleAnswers rules, FeatureBuffer features)
    {
        Climb(features, Name.Score, rules.Feeling.Score, Scores);
        Climb(features, Name.Praise, rules.Feeling.Praise, Weights);
        Climb(features, Name.Trouble, rules.Feeling.Trouble, Weights);
        Climb(features, Name.Suggestion, rules.Suggestion, Chances);
        Add(features, Name.Language, HashOf(rules.Language));
        Add(features, Name.Asking, (ulong)rules.Asking);
        Add(features, Name.Kind, (ulong)rules.Kind);
        if (rules.Feeling.IsIronic)
            Add(features, Name.Ironic, 0);
    }

    private static void AddPairs(in RuleAnswers rules, FeatureBuffer features)
    {
        var feeling = (ulong)(int)(rules.Feeling.Sentiment + 1);
        var chance = (ulong)Steps(rules.Suggestion, Chances) / 2;
        Add(features, Name.KindAndScore, ((ulong)rules.Kind << 8) | feeling);
        Add(features, Name.AskingAndChance, ((ulong)rules.Asking << 8) | chance);
        Add(features, Name.ChanceAndScore, (chance << 8) | feeling);
        Add(features, Name.LanguageAndKind, HashOf(rules.Language) + (ulong)rules.Kind);
        Add(features, Name.ScoreIn, HashOf(rules.Language) + (ulong)Steps(rules.Feeling.Score, Scores));
    }

    private static void AddSubjects(in RuleAnswers rules, FeatureBuffer features)
    {
        Add(features, Name.Department, HashOf(rules.Department ?? ""));
        for (var i = 0; i < rules.Topics.Count; i++)
        {
            var topic = HashOf(rules.Topics[i]);
            Add(features, Name.Topic, topic);
            Add(features, Name.TopicAndFeeling, topic + (ulong)(int)(rules.Feeling.Sentiment + 1));
            if (i == 0)
                Add(features, Name.FirstTopic, topic);
        }
    }

    private static void AddWriting(in TokenizedText text, FeatureBuffer features)
    {
        var signs = text.Signs;
        Climb(features, Name.Length, text.Tokens.Length, Lengths);
        Climb(features, Name.Exclamations, signs.Exclamations, Counts);
        Climb(features, Name.Questions, signs.Questions, Counts);
        Climb(features, Name.Links, signs.Links, Counts);
        Climb(features, Name.Hashtags, signs.Hashtags, Counts);
        Climb(features, Name.Capitals, signs.CapitalWords, Counts);
        Span<int> kinds = stackalloc int[(int)TokenKind.Pause + 1];
        var elongated = 0;
        foreach (ref readonly var token in text.Tokens)
        {
            kinds[(int)token.Kind]++;
            elongated += token.Is(TokenShape.Elongated) ? 1 : 0;
        }
        Climb(features, Name.Emoji, kinds[(int)TokenKind.Emoji], Counts);
        Climb(features, Name.Handles, kinds[(int)TokenKind.Handle], Counts);
        Climb(features, Name.Numbers, kinds[(int)TokenKind.Number], Counts);
        Climb(features, Name.Elongated, elongated, Counts);
    }

    private static void AddHits(in TokenizedText text, FeatureBuffer features)
    {
        var (cues, severest, first, last) = (Cue.None, 0, 0, 0);
        foreach (ref readonly var hit in text.Hits)
        {
            ref readonly var meaning = ref text.MeaningOf(hit);
            cues |= meaning.Cues;
            severest = Math.Max(severest, meaning.Severity);
            if (meaning.Problem > 0)
                Add(features, Name.Troubled, (ulong)meaning.Problem);
            if (meaning.Suggestion != 0)
                Add(features, Name.Asked, (ulong)(meaning.Suggestion + 128));
            if (meaning.Sentiment is Meaning.NoSentiment or 0)
                continue;
            Add(features, Name.Felt, (ulong)(meaning.Sentiment + 128));
            first = first == 0 ? Math.Sign(meaning.Sentiment) : first;
            last = Math.Sign(meaning.Sentiment);
        }
        Add(features, Name.FirstFelt, (ulong)(first + 1));
        Add(features, Name.LastFelt, (ulong)(last + 1));
        Add(features, Name.Severe, (ulong)severest);
        for (var cue = 1; cue <= (int)cues; cue <<= 1)
        {
            if (((int)cues & cue) != 0)
                Add(features, Name.Cues, (ulong)cue);
        }
    }

    private static void Climb(FeatureBuffer features, Name name, double value, double[] steps)
    {
        for (var i = 0; i < steps.Length && value >= steps[i]; i++)
            Add(features, name, (ulong)i);
    }

    private static int Steps(double value, double[] steps)
    {
        var climbed = 0;
        while (climbed < steps.Length && value >= steps[climbed])
            climbed++;
        return climbed;
    }

    private static ulong HashOf(string text) => Folding.HashOf(text);

    private static void Add(FeatureBuffer features, Name name, ulong value) => features.Add(WordFeatures.Mix((ulong)name, value + 1));
}
