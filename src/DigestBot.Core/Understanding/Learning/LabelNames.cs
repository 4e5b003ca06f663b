namespace DigestBot.Core.Understanding.Learning;

/// <summary>What people call things in labelled files.</summary>
internal static class LabelNames
{
    private static readonly string[] Yes = ["1", "true", TaskAnswers.Yes, "suggestion"];
    private static readonly string[] No = ["0", "false", TaskAnswers.No, "other", "none"];

    /// <summary>The kind of that name, or null.</summary>
    internal static MentionKind? KindOf(string name) => name.ToLowerInvariant() switch
    {
        "win" or "praise" or "compliment" or "positive" => MentionKind.Win,
        "issue" or "bug" or "complaint" or "problem" or "negative" => MentionKind.Issue,
        "suggestion" or "feature" or "enhancement" or "request" or "idea" => MentionKind.Suggestion,
        "question" => MentionKind.Question,
        "other" or "neutral" => MentionKind.Other,
        _ => null,
    };

    /// <summary>The feeling of that name, or null.</summary>
    internal static Sentiment? FeelingOf(string name) => name.ToLowerInvariant() switch
    {
        "positive" or "pos" or "1" or "win" => Sentiment.Positive,
        "negative" or "neg" or "-1" or "issue" => Sentiment.Negative,
        "neutral" or "mixed" or "none" or "0" => Sentiment.Neutral,
        _ => null,
    };

    /// <summary>Whether a label says yes.</summary>
    internal static bool IsYes(string? name) => Yes.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a label says no.</summary>
    internal static bool IsNo(string? name) => No.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Which of the labels means yes; the last one when none says so.</summary>
    internal static int YesOf(IReadOnlyList<string?> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (IsYes(names[i]))
                return i;
        }
        return names.Count - 1;
    }
}
