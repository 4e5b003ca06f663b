namespace DigestBot.Core.Understanding;

/// <summary>
/// Picks key phrases: named things, hashtags, pairs of telling words, telling words. A word that the lexicon does not know
/// is the more telling: everybody says "flight", few say "dragons".
/// </summary>
internal sealed class PhraseRule
{
    private const int Most = 8;
    private const int MostCandidates = 96;
    private const int LongestName = 4;
    private const int Code = 12;
    private const Cue Empty = Cue.Function | Cue.Dull | Cue.Negator | Cue.Intensifier | Cue.Thanks
        | Cue.Self | Cue.You | Cue.Contrast | Cue.Question;

    private readonly PhrasePool _pool = new();

    private readonly record struct Candidate(int First, int End, float Score);

    /// <summary>Phrases folded to lower case, best first, at most eight; none touches <paramref name="personal"/>, since phrases become headlines.</summary>
    internal IReadOnlyList<string> Of(in TokenizedText text, IReadOnlyList<TextSpan> personal)
    {
        Span<Candidate> candidates = stackalloc Candidate[MostCandidates];
        var count = Collect(text, candidates);
        if (count == 0)
            return [];
        Span<string> best = new string[Most];
        var found = 0;
        while (found < Most && TakeBest(candidates[..count]) is { Score: > 0 } next)
        {
            if (Touches(text, next, personal))
                continue;
            var phrase = _pool.Phrase(text, next.First, next.End);
            if (phrase.Length > 1 && !best[..found].Contains(phrase))
                best[found++] = phrase;
        }
        return best[..found].ToArray();
    }

    private static int Collect(in TokenizedText text, Span<Candidate> candidates)
    {
        var count = 0;
        for (var i = 0; i < text.Tokens.Length && count + 2 <= candidates.Length; i++)
        {
            if (!IsTelling(text, i))
                continue;
            var name = NameEnd(text, i);
            var early = 1 - (0.005f * Math.Min(i, 100));
            if (name > i)
            {
                candidates[count++] = new(i, name, (4 + (0.1f * (name - i))) * early);
                i = name - 1;
                continue;
            }
            candidates[count++] = new(i, i + 1, Single(text, i) * early);
            if (i + 1 < text.Tokens.Length && IsTelling(text, i + 1) && AreApart(text, i))
                candidates[count++] = new(i, i + 2, (2 + (0.3f * (Rarity(text, i) + Rarity(text, i + 1)))) * early);
        }
        return count;
    }

    private static Candidate TakeBest(Span<Candidate> candidates)
    {
        var best = 0;
        for (var i = 1; i < candidates.Length; i++)
        {
            if (candidates[i].Score > candidates[best].Score)
                best = i;
        }
        var taken = candidates[best];
        candidates[best] = taken with { Score = 0 };
        return taken;
    }

    private static bool Touches(in TokenizedText text, in Candidate candidate, IReadOnlyList<TextSpan> personal)
    {
        var (start, end) = (text.Tokens[candidate.First].Start, text.Tokens[candidate.End - 1].End);
        foreach (var span in personal)
        {
            if (span.Start < end && start < span.Start + span.Length)
                return true;
        }
        return false;
    }

    private static bool IsTelling(in TokenizedText text, int i)
    {
        var token = text.Tokens[i];
        if (token.Kind == TokenKind.Hashtag)
            return !IsName(text, token);
        if (i > 0 && text.Tokens[i - 1].Kind == TokenKind.Number && text.Tokens[i - 1].End == token.Start)
            return false; // the "th" of 24th
        if (token.Length >= Code && token.Is(TokenShape.HasDigit))
            return false; // a commit or a key
        return token.Kind == TokenKind.Word && token.Length > 1 && (text.CuesOf(i) & Empty) == Cue.None && !IsName(text, token);
    }

    private static bool IsName(in TokenizedText text, in Token token) =>
        token.Word >= 0 && text.Lexicon.Meanings[(int)text.Tongue][token.Word].Names != 0;

    // A run of capitals inside a sentence, a hashtag, or one unknown word that looks like a code or a name; i when there is none.
    private static int NameEnd(in TokenizedText text, int i)
    {
        var end = i;
        if (text.Tokens[i].Kind == TokenKind.Hashtag)
        {
            while (++end < text.Tokens.Length && text.Tokens[end].Kind == TokenKind.Hashtag && text.Tokens[end].Start == text.Tokens[end - 1].End)
            {
            }
            return end;
        }
        if (text.Signs.IsShouted || text.Tongue == Tongue.German)
            return i; // capitals say nothing there
        while (end < text.Tokens.Length && end - i < LongestName && text.Tokens[end].Is(TokenShape.Capital) && IsTelling(text, end))
            end++;
        var isLone = end == i + 1;
        return isLone && (text.Tokens[i].Word >= 0 || text.Tokens[i].Is(TokenShape.StartsSentence)) ? i : end;
    }

    private static bool AreApart(in TokenizedText text, int i) => text.Tokens[i].End < text.Tokens[i + 1].Start;

    private static float Single(in TokenizedText text, int i) => (text.Tokens[i].Length > 3 ? 1 : 0.6f) + (0.8f * Rarity(text, i));

    private static float Rarity(in TokenizedText text, int i) => text.Tokens[i].Word < 0 ? 1 : 0;
}
