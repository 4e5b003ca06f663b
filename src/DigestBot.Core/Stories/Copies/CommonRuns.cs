using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestBot.Core.Stories.Copies;

/// <summary>A run of words that two texts share.</summary>
/// <param name="Left">Where it begins in the left text.</param>
/// <param name="Right">Where it begins in the right text.</param>
/// <param name="Length">Words.</param>
internal readonly record struct CommonRun(int Left, int Right, int Length)
{
    public int LeftEnd => Left + Length;

    public int RightEnd => Right + Length;
}

/// <summary>Finds the shared runs of two texts, longest first, so that sentences told in another order are found too.</summary>
internal sealed class CommonRuns
{
    private readonly List<CommonRun> _found = [];
    private readonly List<CommonRun> _taken = [];
    private readonly bool[] _leftTaken = new bool[SketchReader.MostWords];
    private readonly bool[] _rightTaken = new bool[SketchReader.MostWords];
    private int[] _above = new int[SketchReader.MostWords + 1];
    private int[] _row = new int[SketchReader.MostWords + 1];

    /// <summary>Shared runs that do not overlap, in the order of the left text; valid until the next call.</summary>
    public List<CommonRun> Of(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right)
    {
        FindAll(left, right);
        _taken.Clear();
        _leftTaken.AsSpan(0, left.Length).Clear();
        _rightTaken.AsSpan(0, right.Length).Clear();
        _found.Sort(static (a, b) => a.Length != b.Length
            ? b.Length.CompareTo(a.Length)
            : Math.Abs(a.Left - a.Right).CompareTo(Math.Abs(b.Left - b.Right)) is var near and not 0 ? near : a.Left.CompareTo(b.Left));
        foreach (var run in _found)
            TakeFreePart(run);
        _taken.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        return _taken;
    }

    public static bool AreSame(WordSketch a, WordSketch b) =>
        a.Identity == b.Identity || (a.IsSlipOf(b) && !IsGuarded(a, b));

    // "can" is no slip of "can't".
    private static bool IsGuarded(WordSketch a, WordSketch b) => a.IsNegation != b.IsNegation;

    private void FindAll(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right)
    {
        _found.Clear();
        _above.AsSpan(0, right.Length + 1).Clear();
        for (var i = 0; i < left.Length; i++)
        {
            Compare(left, right, i);
            (_above, _row) = (_row, _above);
        }
    }

    // Most pairs of words differ in so many letters that four of them are passed over at once.
    private void Compare(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right, int i)
    {
        var words = MemoryMarshal.Cast<WordSketch, ulong>(right);
        _row.AsSpan(0, right.Length + 1).Clear();
        var j = 0;
        for (; j + Vector256<ulong>.Count <= words.Length; j += Vector256<ulong>.Count)
        {
            var alike = WordSketch.MayBeSame(left[i], Vector256.Create(words[j..]));
            for (; alike != 0; alike &= alike - 1)
                CompareWords(left, right, i, j + BitOperations.TrailingZeroCount(alike));
        }
        for (; j < words.Length; j++)
            CompareWords(left, right, i, j);
    }

    private void CompareWords(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right, int i, int j)
    {
        if (!AreSame(left[i], right[j]))
            return;
        var length = _row[j + 1] = _above[j] + 1;
        if (!GoesOn(left, right, i + 1, j + 1))
            _found.Add(new(i - length + 1, j - length + 1, length));
    }

    private static bool GoesOn(ReadOnlySpan<WordSketch> left, ReadOnlySpan<WordSketch> right, int i, int j) =>
        i < left.Length && j < right.Length && AreSame(left[i], right[j]);

    // A shared word that stands alone is chance, unless it lies between the same neighbours; see CopyCheck.
    private void TakeFreePart(CommonRun run)
    {
        var start = 0;
        while (start < run.Length)
        {
            while (start < run.Length && IsTaken(run, start))
                start++;
            var end = start;
            while (end < run.Length && !IsTaken(run, end))
                end++;
            if (end - start >= 2 || (end > start && FitsBetween(run.Left + start, run.Right + start)))
                Take(new(run.Left + start, run.Right + start, end - start));
            start = end;
        }
    }

    private bool IsTaken(CommonRun run, int at) => _leftTaken[run.Left + at] || _rightTaken[run.Right + at];

    private void Take(CommonRun run)
    {
        _leftTaken.AsSpan(run.Left, run.Length).Fill(true);
        _rightTaken.AsSpan(run.Right, run.Length).Fill(true);
        _taken.Add(run);
    }

    private bool FitsBetween(int left, int right)
    {
        foreach (var run in _taken)
        {
            if (run.Left < left != run.Right < right)
                return false;
        }
        return true;
    }
}
