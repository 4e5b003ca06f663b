namespace DigestBot.Core.Understanding.Learning;

/// <summary>What is said of a text in the end, by the rules or by models.</summary>
internal record struct LearnedAnswers
{
    internal MentionKind Kind { get; set; }

    /// <summary>The name that a model's labels have for the kind; null when it is the rules' own.</summary>
    internal string? KindName { get; set; }

    internal double Suggestion { get; set; }

    internal Sentiment Sentiment { get; set; }

    internal double SentimentScore { get; set; }

    internal string? Department { get; set; }

    /// <summary>The rules' answers alone.</summary>
    internal static LearnedAnswers Of(in RuleAnswers rules) => new()
    {
        Kind = rules.Kind,
        Suggestion = rules.Suggestion,
        Sentiment = rules.Feeling.Sentiment,
        SentimentScore = rules.Feeling.Score,
        Department = rules.Department,
    };
}
