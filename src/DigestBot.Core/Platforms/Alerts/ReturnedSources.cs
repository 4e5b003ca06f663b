using DigestBot.Core.Understanding;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>Sources that could not be read for hours and came back within the last day: what they bring all at once is no burst.</summary>
internal static class ReturnedSources
{
    /// <summary>How far back runs are looked at.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(30);

    private static readonly TimeSpan LongSilence = TimeSpan.FromHours(3);

    /// <summary>Names of those whose silence ended, or goes on, among these runs.</summary>
    /// <param name="runs">Of all sources, oldest first.</param>
    public static IReadOnlySet<string> Of(IEnumerable<SourceRun> runs) =>
        runs.GroupBy(run => run.Source, StringComparer.Ordinal).Where(WasSilent).Select(source => source.Key).ToHashSet(StringComparer.Ordinal);

    private static bool WasSilent(IEnumerable<SourceRun> runs)
    {
        DateTimeOffset? since = null;
        foreach (var run in runs)
        {
            if (since is { } silent && run.StartedAt - silent >= LongSilence)
                return true;
            since = run.Failure is null ? null : since ?? run.StartedAt;
        }
        return false;
    }
}
