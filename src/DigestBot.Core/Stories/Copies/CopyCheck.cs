namespace DigestBot.Core.Stories.Copies;

/// <summary>What two texts are to each other.</summary>
internal enum Likeness
{
    /// <summary>Too little in common to say anything.</summary>
    Other = 0,

    /// <summary>One is a copy, quote, cut or light edit of the other.</summary>
    Same = 1,

    /// <summary>The same words with other facts: another flight, another place, the opposite.</summary>
    OtherFacts = 2,
}

/// <summary>
/// Compares two texts word by word. What was put before, after or cut off is how people repost; what was put in the place of
/// something else is another report. Not safe for several threads.
/// </summary>
internal sealed class CopyCheck
{
    // A text shares at least this part of its own words with the one it is a copy of; the rest was added to it.
    private const double LeastShared = 0.5;
    private const double LeastSharedOfLonger = 0.34;
    private const int FewestShared = 4;
    private const int FewestOfCut = 3;
    private const int FewestOfQuote = 6;
    private const int FewestOfCutQuote = 8;
    private const double MostOfQuote = 0.85;
    private readonly CommonRuns _runs = new();
    private readonly Gaps _gaps = new();

    /// <summary>What they are to each other; symmetric.</summary>
    public Likeness Compare(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right)
    {
        var runs = _runs.Of(left, right);
        if (!ShareEnough(left, right, runs))
            return Likeness.Other;
        return JudgeDifferences(left, right, runs);
    }

    private static bool ShareEnough(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right, List<CommonRun> runs)
    {
        int shared = 0, telling = 0;
        foreach (var run in runs)
        {
            foreach (var word in left.Slice(run.Left, run.Length))
            {
                shared += Counts(word);
                telling += word.IsSoft ? 0 : Counts(word);
            }
        }
        var (leftWords, rightWords) = (CountWords(left), CountWords(right));
        var (shorter, longer) = (Math.Min(leftWords, rightWords), Math.Max(leftWords, rightWords));
        if (shared == shorter && shared == longer)
            return shared > 0;
        var isPart = IsPart(left, right, runs);
        if (isPart && shared == shorter)
            return shared >= FewestOfCut && telling >= 2;
        if (IsQuoted(shared, shorter, runs.Count) && telling >= 3)
            return true;
        return shared >= FewestShared && telling >= 3 && shared >= LeastShared * shorter
            && (isPart || shared >= LeastSharedOfLonger * longer);
    }

    // Nearly all of it stands in the other one in few pieces: quoted, however much was said beside it.
    private static bool IsQuoted(int shared, int shorter, int pieces) =>
        (shared == shorter && pieces == 1 && shared >= FewestOfQuote) || (shared >= MostOfQuote * shorter && pieces <= 3 && shared >= FewestOfCutQuote);

    private static bool IsPart(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right, List<CommonRun> runs)
    {
        foreach (var run in runs)
        {
            if (IsCutAt(run.LeftEnd, left) || IsCutAt(run.RightEnd, right))
                return true;
        }
        return false;
    }

    // What is shared ends where one of them was cut off, so that one is a part of the other.
    private static bool IsCutAt(int end, ReadOnlySpan<WordSketch> words) =>
        words[end - 1].IsCut || (end < words.Length && words[end].IsCut);

    // Handles and hashtags are what people add and leave out; they neither make nor break a copy by their number.
    private static int Counts(WordSketch word) => word.Shape is WordShape.Plain or WordShape.Number ? 1 : 0;

    private static int CountWords(ReadOnlySpan<WordSketch> words)
    {
        var count = 0;
        foreach (var word in words)
            count += Counts(word);
        return count;
    }

    private Likeness JudgeDifferences(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right, List<CommonRun> runs)
    {
        var verdict = Likeness.Same;
        var (onlyLeft, onlyRight) = (0, 0);
        foreach (var gap in _gaps.Between(left.Length, right.Length, runs))
        {
            var here = gap.Judge(left, right);
            if (here == Likeness.OtherFacts)
                return here;
            if (here == Likeness.Other)
                verdict = here;
            if (gap.IsAcross)
                (onlyLeft, onlyRight) = (onlyLeft + Telling(left, gap.Left), onlyRight + Telling(right, gap.Right));
        }
        // Told in another order, and each tells something that the other one does not: one was put in the place of the other.
        return onlyLeft > 0 && onlyRight > 0 ? Likeness.OtherFacts : verdict;
    }

    // Whole sentences were put before or after; they stand in no place.
    private static int Telling(ReadOnlySpan<WordSketch> text, Range range)
    {
        var side = GapSide.Of(text, range);
        return side.IsSentence ? 0 : side.Telling;
    }
}
