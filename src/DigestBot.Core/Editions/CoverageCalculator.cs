using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>How well each source could be heard in a week: "silence is not zero".</summary>
public static class CoverageCalculator
{
    /// <summary>A source that was not read for longer may have lost something.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    private const int SpeaksDaily = 14;
    private const int SpeaksWeekly = 4;
    private static readonly TimeSpan StrangeSilence = TimeSpan.FromHours(60);

    /// <summary>From the collecting runs: what was really read.</summary>
    /// <param name="from">Start of the week.</param>
    /// <param name="to">Its end.</param>
    /// <param name="now">The present; a week that goes on is judged up to here.</param>
    /// <param name="sources">Configured sources with their mentions that count.</param>
    /// <param name="runs">Runs that began from <see cref="LongestPause"/> before the week on, oldest first.</param>
    public static IReadOnlyList<SourceCoverage> FromRuns(
        DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, IEnumerable<SourceCount> sources, IReadOnlyList<SourceRun> runs)
    {
        var until = now < to ? now : to;
        return [.. sources
            .OrderBy(source => source.Source, StringComparer.Ordinal)
            .Select(source => FromRuns(source, from, until, [.. runs.Where(run => run.Source == source.Source && run.Failure is null)]))];
    }

    /// <summary>From the mentions alone, where nobody kept a record of collecting: a source that spoke before and is quiet now was not heard.</summary>
    /// <param name="from">Start of the week.</param>
    /// <param name="to">Its end.</param>
    /// <param name="now">The week's mentions by source; all of them, spam and others' too, for they show that the source was read.</param>
    /// <param name="counted">The week's mentions that count, by source.</param>
    /// <param name="lastHeard">Sources of the weeks before, with the time of their last mention before the week.</param>
    public static IReadOnlyList<SourceCoverage> FromMentions(
        DateTimeOffset from, DateTimeOffset to, IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> now,
        IReadOnlyDictionary<string, int> counted, IReadOnlyDictionary<string, DateTimeOffset> lastHeard) =>
        [.. now.Keys
            .Union(lastHeard.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(source => now.GetValueOrDefault(source) is { Count: > 0 } times
                ? FromTimes(source, counted.GetValueOrDefault(source), from, to, times)
                : new SourceCoverage(source, 0, CoverageState.Silent, lastHeard[source].ToUniversalTime()))];

    /// <summary>
    /// Sources with a hole in the trailing weeks: silent in a week although they usually speak, since they were first heard;
    /// or first heard this week while others were heard before. Rare voices are silent now and then: that is no gap.
    /// </summary>
    /// <param name="before">The trailing weeks, oldest first; null where nothing was heard at all.</param>
    /// <param name="now">This week.</param>
    public static IReadOnlySet<string> GapsBefore(IReadOnlyList<WeekSummary?> before, WeekSummary now)
    {
        var heard = before.OfType<WeekSummary>().ToList();
        return now.Sources
            .Where(source => source.Mentions >= SpeaksWeekly && HasHole([.. heard.Select(week => Mentions(week, source.Source))]))
            .Select(source => source.Source)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static int Mentions(WeekSummary week, string source) =>
        week.Sources.FirstOrDefault(count => count.Source == source)?.Mentions ?? 0;

    private static bool HasHole(int[] weeks)
    {
        var since = Array.FindIndex(weeks, mentions => mentions > 0);
        if (since < 0)
            return weeks.Length > 0;
        var spoken = weeks[since..];
        return spoken.Contains(0) && spoken.Average() >= SpeaksWeekly;
    }

    private static SourceCoverage FromRuns(SourceCount source, DateTimeOffset from, DateTimeOffset until, List<SourceRun> good)
    {
        var heardUpTo = good.Where(run => run.StartedAt <= from).Select(run => run.StartedAt).DefaultIfEmpty(from).Max();
        foreach (var at in good.Select(run => run.StartedAt).Where(at => at > from).Append(DateTimeOffset.MaxValue))
        {
            // A later run catches up, unless the pause was longer than sources keep what they have.
            var pause = (at < until ? at : until) - heardUpTo;
            if (pause > LongestPause)
                return new(source.Source, source.Mentions, heardUpTo <= from ? Unheard(good, source, until) : CoverageState.Partial, heardUpTo.ToUniversalTime());
            if (at >= until)
                break;
            heardUpTo = at;
        }
        return new(source.Source, source.Mentions, CoverageState.Full, null);
    }

    private static CoverageState Unheard(List<SourceRun> good, SourceCount source, DateTimeOffset until) =>
        source.Mentions == 0 && !good.Exists(run => run.StartedAt < until) ? CoverageState.Silent : CoverageState.Partial;

    private static SourceCoverage FromTimes(string source, int counted, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<DateTimeOffset> times)
    {
        if (times.Count < SpeaksDaily)
            return new(source, counted, CoverageState.Full, null);
        var last = from;
        foreach (var at in times.Order().Append(to))
        {
            if (at - last > StrangeSilence)
                return new(source, counted, CoverageState.Partial, last.ToUniversalTime());
            last = at;
        }
        return new(source, counted, CoverageState.Full, null);
    }
}
