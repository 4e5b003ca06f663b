using DigestBot.Core.Editions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Composing;

public sealed class TheCoverage
{
    private static readonly DateTimeOffset From = new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = From.AddDays(7);

    [Fact]
    public void Is_full_while_the_source_is_read_every_day() =>
        Assert.Equal(CoverageState.Full, Read(Every(TimeSpan.FromHours(6), From.AddDays(-1), To.AddHours(1))).State);

    [Fact]
    public void Is_partial_from_the_last_good_run_before_a_long_pause()
    {
        var runs = Every(TimeSpan.FromHours(6), From.AddDays(-1), From.AddDays(3));

        var coverage = Read(runs);

        Assert.Equal((CoverageState.Partial, From.AddDays(3)), (coverage.State, coverage.SilentSince));
    }

    [Fact]
    public void Is_silent_when_no_run_of_the_week_succeeded()
    {
        var failed = Every(TimeSpan.FromHours(6), From, To).Select(run => run with { Failure = "refused" });

        Assert.Equal(CoverageState.Silent, Read([.. failed], mentions: 0).State);
    }

    [Fact]
    public void Judges_a_week_that_goes_on_up_to_now() =>
        Assert.Equal(CoverageState.Full, Read(Every(TimeSpan.FromHours(6), From.AddDays(-1), From.AddDays(2)), now: From.AddDays(2).AddHours(3)).State);

    [Fact]
    public void Calls_a_source_silent_that_spoke_before_and_is_quiet_now()
    {
        var coverage = ByData([], ("forum", From.AddDays(-2))).Single();

        Assert.Equal(new SourceCoverage("forum", 0, CoverageState.Silent, From.AddDays(-2)), coverage);
    }

    [Fact]
    public void Calls_a_talkative_source_partial_that_fell_quiet_for_days()
    {
        var coverage = ByData([.. Enumerable.Range(0, 40).Select(n => From.AddHours(2 * n))]).Single();

        Assert.Equal((CoverageState.Partial, From.AddHours(78)), (coverage.State, coverage.SilentSince));
    }

    [Fact]
    public void Sees_nothing_strange_in_the_pauses_of_a_quiet_source() =>
        Assert.Equal(CoverageState.Full, ByData([From.AddDays(1), From.AddDays(6)]).Single().State);

    private static SourceCoverage Read(IReadOnlyList<SourceRun> runs, int mentions = 12, DateTimeOffset? now = null) =>
        CoverageCalculator.FromRuns(From, To, now ?? To.AddHours(8), [new SourceCount("forum", mentions)], runs).Single();

    private static IReadOnlyList<SourceCoverage> ByData(DateTimeOffset[] times, params (string Source, DateTimeOffset At)[] before) =>
        CoverageCalculator.FromMentions(
            From, To,
            new Dictionary<string, IReadOnlyList<DateTimeOffset>> { ["forum"] = times },
            new Dictionary<string, int> { ["forum"] = times.Length },
            before.ToDictionary(heard => heard.Source, heard => heard.At));

    private static SourceRun[] Every(TimeSpan pause, DateTimeOffset from, DateTimeOffset to) =>
        [.. Enumerable.Range(0, (int)((to - from) / pause) + 1).Select(n => new SourceRun("forum", from + (n * pause), from + (n * pause), 1, 0, 0, null))];
}
