using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core;

/// <summary>
/// How well each source was heard, from the record of its collecting; where there was none yet (a file imported, the time
/// before the program ran), from the mentions themselves.
/// </summary>
public sealed class WeekCoverage(IMentionStore mentions, IEnumerable<IMentionSource> sources, TimeProvider clock)
{
    /// <summary>Every source that was ever heard or is configured, by name.</summary>
    /// <param name="zone">The digest's.</param>
    /// <param name="week">The week.</param>
    /// <param name="said">Its mentions, all of them.</param>
    /// <param name="before">The weeks before, oldest first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SourceCoverage>> OfAsync(
        TimeZoneInfo zone, DigestWeek week, IReadOnlyList<ReadMention> said, IReadOnlyList<WeekSummary?> before, CancellationToken cancellationToken)
    {
        var runs = await RunsAsync(zone, week, cancellationToken);
        var recorded = Recorded(runs, week.To(zone));
        var counted = said.Where(mention => mention.Counts).CountBy(Source).ToDictionary(StringComparer.Ordinal);
        var bySource = said.GroupBy(Source, mention => mention.Mention.SaidAt, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<DateTimeOffset> (group) => [.. group], StringComparer.Ordinal);
        var fromRuns = CoverageCalculator.FromRuns(
            week.From(zone), week.To(zone), clock.GetUtcNow(),
            recorded.Select(source => new SourceCount(source, counted.GetValueOrDefault(source))), runs);
        var fromMentions = CoverageCalculator.FromMentions(week.From(zone), week.To(zone), bySource, counted, LastHeard(zone, before))
            .Where(source => !recorded.Contains(source.Source));
        return [.. fromRuns.Concat(fromMentions).OrderBy(source => source.Source, StringComparer.Ordinal)];
    }

    /// <summary>Sources that were not heard in full in a week before, as far as their collecting was recorded then.</summary>
    /// <param name="zone">The digest's.</param>
    /// <param name="week">The week before.</param>
    /// <param name="summary">What is known of it, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlySet<string>> GapsAsync(TimeZoneInfo zone, DigestWeek week, WeekSummary? summary, CancellationToken cancellationToken)
    {
        var runs = await RunsAsync(zone, week, cancellationToken);
        var counts = (summary?.Sources ?? []).ToDictionary(source => source.Source, source => source.Mentions, StringComparer.Ordinal);
        return CoverageCalculator.FromRuns(
                week.From(zone), week.To(zone), clock.GetUtcNow(),
                Recorded(runs, week.To(zone)).Select(source => new SourceCount(source, counts.GetValueOrDefault(source))), runs)
            .Where(source => source.State != CoverageState.Full)
            .Select(source => source.Source)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string Source(ReadMention mention) => mention.Mention.Id.Source;

    private Task<IReadOnlyList<SourceRun>> RunsAsync(TimeZoneInfo zone, DigestWeek week, CancellationToken cancellationToken) =>
        mentions.RunsAsync(week.From(zone) - CoverageCalculator.LongestPause, week.To(zone) + CoverageCalculator.LongestPause, cancellationToken);

    // Configured ones that were collected before the week had ended: what they did not bring is a gap, not an age before us.
    private HashSet<string> Recorded(IReadOnlyList<SourceRun> runs, DateTimeOffset end) => runs
        .Where(run => run.StartedAt < end)
        .Select(run => run.Source)
        .Intersect(sources.Select(source => source.Name), StringComparer.Ordinal)
        .ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, DateTimeOffset> LastHeard(TimeZoneInfo zone, IReadOnlyList<WeekSummary?> before)
    {
        var last = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var week in before.OfType<WeekSummary>())
        {
            foreach (var source in week.Sources)
                last[source.Source] = week.Week.To(zone);
        }
        return last;
    }
}
