namespace DigestBot.Core.Ranking.Signals;

/// <summary>A share on a logarithmic scale.</summary>
internal static class LogShare
{
    /// <summary>0 for none, 1 for as much as <paramref name="highest"/> or more.</summary>
    public static double Of(double value, double highest) =>
        value <= 0 || highest <= 0 ? 0 : Math.Min(1, Math.Log(1 + value) / Math.Log(1 + highest));
}
