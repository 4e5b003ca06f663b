namespace DigestBot.Core.Understanding.Learning;

/// <summary>Names for what is answered to a task.</summary>
internal static class TaskAnswers
{
    /// <summary>Says that a text asks for a change, or not.</summary>
    internal const string Yes = "yes", No = "no";

    private const double Asks = 0.5;

    /// <summary>The rules' answer by name; empty when they have none.</summary>
    internal static string NameOf(in RuleAnswers rules, ReadingTask task) => task switch
    {
        ReadingTask.Kind => NameOf(rules.Kind),
        ReadingTask.Suggestion => rules.Suggestion >= Asks ? Yes : No,
        ReadingTask.Sentiment => NameOf(rules.Feeling.Sentiment),
        _ => rules.Department ?? "",
    };

    /// <summary>A kind by name.</summary>
    internal static string NameOf(MentionKind kind) => kind switch
    {
        MentionKind.Win => "win",
        MentionKind.Issue => "issue",
        MentionKind.Suggestion => "suggestion",
        MentionKind.Question => "question",
        _ => "other",
    };

    private static string NameOf(Sentiment sentiment) => sentiment switch
    {
        Sentiment.Positive => "positive",
        Sentiment.Negative => "negative",
        _ => "neutral",
    };
}
