namespace DigestBot.Core.Understanding;

/// <summary>Decides for the one kind a mention counts as.</summary>
internal static class KindRule
{
    private const double Clearly = 0.75; // "can you assign seats?" asks for help, not for a change
    private const double SureRequest = 0.95;
    private const double Pleased = 0.16; // a mild word said to a company is praise all the same
    private const double Command = 0.99;
    private const double PraiseInQuestion = 3.5; // "any luck? thanks so much" praises nothing yet

    /// <summary>The kind, from what the other rules found.</summary>
    internal static MentionKind Of(in Feeling feeling, double suggestion, Asking asking)
    {
        if (asking == Asking.AtLength && suggestion < Command)
            return MentionKind.Question;
        if (suggestion >= Clearly && feeling.Trouble <= Bearable(suggestion))
            return MentionKind.Suggestion;
        if (asking == Asking.AtLength)
            return MentionKind.Question;
        if (IsWin(feeling, asking))
            return MentionKind.Win;
        if (IsIssue(feeling, asking))
            return MentionKind.Issue;
        return asking == Asking.No ? MentionKind.Other : MentionKind.Question;
    }

    // The surer the request, the more trouble may be told to explain it.
    private static double Bearable(double suggestion) => suggestion switch
    {
        >= Command => 20,
        >= SureRequest => 9,
        _ => 4 * suggestion,
    };

    private static bool IsWin(in Feeling feeling, Asking asking) =>
        feeling.Score >= Pleased && !feeling.IsIronic && feeling.Praise > (asking == Asking.No ? 0 : PraiseInQuestion);

    // Who asks politely about trouble still has it; who asks without any does not complain.
    private static bool IsIssue(in Feeling feeling, Asking asking) =>
        feeling.IsIronic || feeling.Score <= (asking == Asking.Surely ? -0.35 : -0.16);
}
