namespace DigestBot.Core.Understanding.Learning;

/// <summary>Names for what is answered to a task.</summary>
internal static class TaskAnswers
{
    /// <summary>Says that a text asks for a change, or not.</summary>
    internal const string Yes = "yes", No = "no";

    private const double Asks = 0.5;

    /// <summary>An answer by name; empty when there is none.</summary>
    internal static string NameOf(LearnedAnswers answers, ReadingTask task) => task switch
    {
        ReadingTask.Kind => NameOf(answers.Kind),
        ReadingTask.Suggestion => NameOfChance(answers.Suggestion),
        ReadingTask.Sentiment => NameOf(answers.Sentiment),
        _ => answers.Department ?? "",
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

    /// <summary>Yes or no, from a chance.</summary>
    internal static string NameOfChance(double suggestion) => NameOf(suggestion >= Asks);

    /// <summary>Yes or no.</summary>
    internal static string NameOf(bool yes) => yes ? Yes : No;

    /// <summary>A feeling by name.</summary>
    internal static string NameOf(Sentiment sentiment) => sentiment switch
    {
        Sentiment.Positive => "positive",
        Sentiment.Negative => "negative",
        _ => "neutral",
    };
}
