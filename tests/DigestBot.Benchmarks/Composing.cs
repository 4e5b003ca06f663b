namespace DigestBot.Benchmarks;

/// <summary>Composing an edition from a store that holds some weeks of history.</summary>
internal static class Composing
{
    public static Task<double> SecondsAsync(string feed, string folder) => throw new NotSupportedException($"{feed} {folder}");
}
