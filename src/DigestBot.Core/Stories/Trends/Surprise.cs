namespace DigestBot.Core.Stories.Trends;

/// <summary>How surprising a count is. Counts of people scatter more than dice (negative binomial rather than Poisson).</summary>
internal static class Surprise
{
    private const int MostSummed = 100_000;

    /// <summary>Chance of <paramref name="count"/> or more where <paramref name="expected"/> is usual; 0 to 1.</summary>
    /// <param name="count">What was counted.</param>
    /// <param name="expected">Mean, above 0.</param>
    /// <param name="scatter">Variance beyond dice, as a share of the mean squared; above 0.</param>
    public static double Chance(int count, double expected, double scatter)
    {
        if (count <= 0)
            return 1;
        var size = 1 / scatter;
        var hit = expected / (size + expected);
        var term = Math.Exp(LogGamma(count + size) - LogGamma(size) - LogGamma(count + 1)
            + (size * Math.Log(size / (size + expected))) + (count * Math.Log(hit)));
        var sum = term;
        for (var k = count; k < count + MostSummed && term > sum * 1e-12; k++)
        {
            term *= (k + size) / (k + 1) * hit;
            sum += term;
        }
        return Math.Min(1, sum);
    }

    // Lanczos' approximation (g = 7, nine coefficients), good to 15 digits for positive arguments.
    private static double LogGamma(double x)
    {
        ReadOnlySpan<double> c =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        x--;
        var sum = c[0];
        for (var i = 1; i < c.Length; i++)
            sum += c[i] / (x + i);
        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
