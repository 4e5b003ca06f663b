namespace DigestBot.Core.Understanding;

/// <summary>Whether somebody wants to know something.</summary>
internal static class QuestionRule
{
    /// <summary>0 (no), 1 (a question mark), 2 (also opens like a question).</summary>
    internal static int Strength(in TokenizedText text)
    {
        var opens = OpensLikeOne(text);
        if (text.Signs.Questions == 0)
            return opens && text.Signs.Exclamations == 0 ? 1 : 0;
        return opens ? 2 : 1;
    }

    private static bool OpensLikeOne(in TokenizedText text)
    {
        foreach (ref readonly var hit in text.Hits)
        {
            if ((text.MeaningOf(hit).Cues & Cue.Question) != Cue.None && IsAtStart(text, hit.First))
                return true;
        }
        return false;
    }

    // At the start of a sentence, or after a greeting, a handle or a comma.
    private static bool IsAtStart(in TokenizedText text, int token) =>
        token == 0 || text.Tokens[token].Is(TokenShape.StartsSentence) || text.Tokens[token - 1].IsBreak
        || text.Tokens[token - 1].Kind is TokenKind.Handle;
}
