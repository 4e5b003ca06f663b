namespace DigestBot.Core.Understanding;

/// <summary>Decides for the one kind a mention counts as.</summary>
internal static class KindRule
{
    /// <summary>The kind, from what the other rules found.</summary>
    internal static MentionKind Of(in Feeling feeling, double suggestion, int question)
    {
        if (suggestion >= 0.5 && suggestion * 4 >= feeling.Trouble)
            return MentionKind.Suggestion;
        if (IsWin(feeling, question))
            return MentionKind.Win;
        if (IsIssue(feeling, question))
            return MentionKind.Issue;
        return question > 0 ? MentionKind.Question : MentionKind.Other;
    }

    private static bool IsWin(in Feeling feeling, int question) =>
        feeling.Sentiment == Sentiment.Positive && !feeling.IsIronic && feeling.Praise > (question > 0 ? 3.5 : 0);

    // Who asks politely about trouble still has it; who asks without any does not complain.
    private static bool IsIssue(in Feeling feeling, int question) =>
        feeling.IsIronic || feeling.Score <= (question == 2 ? -0.3 : -0.16);
}
