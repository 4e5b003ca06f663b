namespace DigestBot.Core.Platforms.Alerts;

/// <summary>
/// How likely a number of people is after what was seen before. The rate is not known but learnt from few windows, so the Poisson
/// tail is taken over all rates that could have brought forth what was seen (a gamma prior of one half): after little the answer is
/// cautious. Crowds come in clumps, so numbers are divided by how much more the windows differ than chance alone makes them.
/// </summary>
internal static class Chance
{
    private const double Prior = 0.5;
    private const double Negligible = 1e-9;
    private const int FewestForClumps = 6;

    /// <summary>Probability of at least so many.</summary>
    /// <param name="people">How many there are.</param>
    /// <param name="seen">How many there were in all windows before.</param>
    /// <param name="windows">How many windows; above 0.</param>
    public static double OfAtLeast(double people, double seen, double windows)
    {
        var (shape, stays) = (seen + Prior, 1 / (windows + 1));
        var (first, log) = ((int)Math.Ceiling(people), shape * Math.Log(1 - stays));
        for (var i = 0; i < first; i++)
            log += Math.Log((shape + i) / (i + 1) * stays);
        var (sum, term) = (0d, Math.Exp(log));
        for (var i = first; term > sum * Negligible; i++)
        {
            sum += term;
            term *= (shape + i) / (i + 1) * stays;
        }
        return Math.Min(1, sum);
    }

    /// <summary>How many times more the windows differ than chance makes them differ, 1 or more; the largest seventh is left out, for it may be a jump.</summary>
    public static double Clumps(IReadOnlyList<double> windows)
    {
        if (windows.Count < FewestForClumps)
            return 1;
        var usual = windows.Order().Take(windows.Count - (windows.Count / 7)).ToList();
        var mean = usual.Average();
        return mean <= 0 ? 1 : Math.Max(1, usual.Sum(window => (window - mean) * (window - mean)) / (usual.Count - 1) / mean);
    }
}
