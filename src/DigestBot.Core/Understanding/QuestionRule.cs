namespace DigestBot.Core.Understanding;

/// <summary>How surely somebody wants to know something.</summary>
internal enum Asking
{
    /// <summary>Nothing is asked.</summary>
    No,

    /// <summary>There is a question mark, or a beginning that asks.</summary>
    Perhaps,

    /// <summary>Both.</summary>
    Surely,

    /// <summary>A long text under a title that asks or full of pleas for help: it explains the question, however much trouble it tells.</summary>
    AtLength,
}

/// <summary>Whether somebody wants to know something.</summary>
internal static class QuestionRule
{
    private const int LongText = 45; // tokens; posts are shorter, tickets and reviews longer
    private const int LongestTitle = 20;
    private const int LongestGreeting = 5;
    private const int FewestPleas = 2;

    /// <summary>How surely the text asks.</summary>
    internal static Asking Of(in TokenizedText text)
    {
        var opening = FirstOpening(text);
        if (text.Tokens.Length >= LongText && (TitleAsks(text, opening) || Pleads(text)))
            return Asking.AtLength;
        if (text.Signs.Questions == 0)
            return opening >= 0 && text.Signs.Exclamations == 0 ? Asking.Perhaps : Asking.No;
        return opening >= 0 ? Asking.Surely : Asking.Perhaps;
    }

    private static int FirstOpening(in TokenizedText text)
    {
        foreach (ref readonly var hit in text.Hits)
        {
            if ((text.MeaningOf(hit).Cues & Cue.Question) != Cue.None && IsAtStart(text, hit.First))
                return hit.First;
        }
        return -1;
    }

    // At the start of a sentence, or after a handle or a short greeting with its comma.
    private static bool IsAtStart(in TokenizedText text, int token) =>
        token == 0 || text.Tokens[token].Is(TokenShape.StartsSentence) || text.Tokens[token - 1].Kind is TokenKind.Stop or TokenKind.Handle
        || (token <= LongestGreeting && text.Tokens[token - 1].Kind == TokenKind.Pause);

    // A fault is reported soberly; who needs help with software says hello, what was tried, and thanks.
    private static bool Pleads(in TokenizedText text)
    {
        var pleas = 0;
        var until = 0;
        foreach (ref readonly var hit in text.Hits)
        {
            if (hit.First < until || (text.MeaningOf(hit).Cues & Cue.Plea) == Cue.None)
                continue;
            pleas++;
            until = hit.End;
        }
        return pleas >= FewestPleas && text.Has(Cue.Technical);
    }

    private static bool TitleAsks(in TokenizedText text, int opening)
    {
        var end = 0;
        while (end < LongestTitle && text.Tokens[end].Kind != TokenKind.Stop)
            end++;
        if (end == LongestTitle)
            return false;
        return (opening >= 0 && opening < end) || text.Of(text.Tokens[end]).Contains('?');
    }
}
