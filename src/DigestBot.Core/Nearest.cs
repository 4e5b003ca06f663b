namespace DigestBot.Core;

/// <summary>"Did you mean": the known word nearest to a mistyped one.</summary>
public static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The candidate with the fewest typing errors (insertions, deletions, substitutions and swapped neighbours count one each;
    /// case counts nothing), or null when none is near: at most a third of the typed length, at least one error allowed.
    /// The first of equals wins.
    /// </summary>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="candidates">What exists.</param>
    public static string? To(string typed, IEnumerable<string> candidates)
    {
        if (typed.Length is 0 or > LongestCompared)
            return null;
        var best = candidates
            .Where(candidate => candidate.Length <= LongestCompared)
            .Select(candidate => (candidate, errors: Errors(typed.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(found => found.errors)
            .FirstOrDefault();
        return best.candidate is not null && best.errors <= Math.Max(1, typed.Length / 3) ? best.candidate : null;
    }

    // Optimal string alignment distance, rows instead of the whole matrix.
    private static int Errors(string left, string right)
    {
        var before = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last) = (last, row);
        }
        return last[right.Length];
    }
}
