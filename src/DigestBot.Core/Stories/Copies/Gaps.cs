namespace DigestBot.Core.Stories.Copies;

/// <summary>Where two texts differ: words of the left that stand in the place of words of the right; one side may be empty.</summary>
/// <param name="Left">Words of the left text only.</param>
/// <param name="Right">Words of the right text only.</param>
/// <param name="HasBefore">Shared words stand directly before on both sides.</param>
/// <param name="HasAfter">Shared words stand directly after on both sides.</param>
internal readonly record struct Gap(Range Left, Range Right, bool HasBefore, bool HasAfter)
{
    private const int MostPutIn = 3;

    /// <summary>What stands in its place in the other text cannot be said, since that is told in another order.</summary>
    public bool IsAcross { get; init; }

    public Likeness Judge(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right)
    {
        var (here, there) = (GapSide.Of(left, Left), GapSide.Of(right, Right));
        if (GapSide.NameOthers(here, there))
            return Likeness.OtherFacts;
        (here, there) = (here.WithoutCutOf(there), there.WithoutCutOf(here));
        if (here.IsEmpty && there.IsEmpty)
            return Likeness.Same;
        if (here.IsEmpty || there.IsEmpty)
            return JudgeOneSided(here.IsEmpty ? there : here);
        if (GapSide.AreJoined(here, there))
            return Likeness.Same;
        return HasBefore && HasAfter ? JudgeMiddle(here, there) : JudgeEnds(here, there);
    }

    // Put in between shared words: filler is fine, a negation or a number is not. Before or after them: a new sentence is fine.
    private Likeness JudgeOneSided(GapSide side)
    {
        if (!HasBefore || !HasAfter)
            return HasAfter && side.EndsInNegation ? Likeness.OtherFacts : Likeness.Same;
        if (side.IsSentence)
            return Likeness.Same;
        if (side.HasNumber || side.HasNegation)
            return Likeness.OtherFacts;
        return side.Telling <= MostPutIn ? Likeness.Same : Likeness.Other;
    }

    private static Likeness JudgeMiddle(GapSide here, GapSide there) =>
        here.IsSentence && there.IsSentence && here.Telling > 1 && there.Telling > 1 ? Likeness.Other : Likeness.OtherFacts;

    // At a common end: both went on with a sentence of their own, or one was cut off and something else follows.
    private Likeness JudgeEnds(GapSide here, GapSide there)
    {
        if (GapSide.AreOpposite(here, there))
            return Likeness.OtherFacts;
        var ownSentences = HasBefore
            ? here.FollowsCut || there.FollowsCut || here.OpensSentence || there.OpensSentence
            : HasAfter && here.ClosesSentence && there.ClosesSentence;
        if (ownSentences)
            return Likeness.Same;
        return Math.Min(here.Telling, there.Telling) <= 2 ? Likeness.OtherFacts : Likeness.Other;
    }
}

/// <summary>The gaps that shared runs leave. Not safe for several threads; it reuses its memory.</summary>
internal sealed class Gaps
{
    private readonly List<Gap> _gaps = [];
    private readonly List<CommonRun> _byRight = [];

    /// <summary>In the order of the left text; valid until the next call.</summary>
    public List<Gap> Between(int leftLength, int rightLength, List<CommonRun> runs)
    {
        var (gaps, byRight) = (_gaps, _byRight);
        gaps.Clear();
        byRight.Clear();
        byRight.AddRange(runs);
        byRight.Sort(static (a, b) => a.Right.CompareTo(b.Right));
        for (var i = 0; i <= runs.Count; i++)
        {
            var leftGap = (i == 0 ? 0 : runs[i - 1].LeftEnd)..(i == runs.Count ? leftLength : runs[i].Left);
            var rightGap = (i == 0 ? 0 : byRight[i - 1].RightEnd)..(i == runs.Count ? rightLength : byRight[i].Right);
            var sameBefore = i > 0 && runs[i - 1] == byRight[i - 1];
            var sameAfter = i < runs.Count && runs[i] == byRight[i];
            var startsBoth = i == 0 && sameAfter;
            var endsBoth = i == runs.Count && sameBefore;
            if (startsBoth || endsBoth || (sameBefore && sameAfter))
            {
                gaps.Add(new(leftGap, rightGap, sameBefore, sameAfter));
                continue;
            }
            gaps.Add(new(leftGap, 0..0, HasBefore: false, HasAfter: i < runs.Count) { IsAcross = true });
            gaps.Add(new(0..0, rightGap, HasBefore: false, HasAfter: i < runs.Count) { IsAcross = true });
        }
        return gaps;
    }
}
