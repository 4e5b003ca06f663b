using System.Globalization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sources;
using DigestBot.Storage;

namespace DigestBot.Cli.Sourcing;

/// <summary>How each source stands, as a table for people.</summary>
internal sealed class SourceTable(IConfiguration settings, IEnumerable<IMentionSource> sources, IMentionStore mentions, StorageLocation location, TimeProvider clock)
{
    private static readonly string[] Header = ["NAME", "KIND", "STATE", "LAST SUCCESS", "7 DAYS", "LAG", "QUOTA", "NEXT RUN"];

    /// <summary>One line a source under a header; times in UTC. Below it, why a source cannot be read.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellationToken)
    {
        var hasData = location.File is null || File.Exists(location.File);
        var states = hasData ? (await mentions.SourceStatesAsync(cancellationToken)).ToDictionary(state => state.Source, StringComparer.Ordinal) : [];
        var week = hasData ? await mentions.CountsSinceAsync(clock.GetUtcNow().AddDays(-7), cancellationToken) : new Dictionary<string, long>(StringComparer.Ordinal);
        var options = SourceSettings.Configured(settings).ToDictionary(source => source.Name, StringComparer.Ordinal);
        var rows = sources.Select(source => Row(source.Name, options.GetValueOrDefault(source.Name), states.GetValueOrDefault(source.Name), week.GetValueOrDefault(source.Name))).ToList();
        if (rows.Count == 0)
            return ["No source is configured. Add one: digestbot source add"];
        return [.. Aligned([Header, .. rows]), .. Failures(sources, states)];
    }

    private string[] Row(string name, SourceOptions? options, SourceState? state, long week) =>
    [
        name,
        options?.Kind ?? "sample",
        State(state),
        Time(state?.LastSuccess),
        week.ToString("N0", CultureInfo.InvariantCulture),
        state?.LastSuccess is { } heard ? Span(clock.GetUtcNow() - heard) : "-",
        state?.Health?.QuotaLeft?.ToString("N0", CultureInfo.InvariantCulture) ?? "-",
        Next(options, state),
    ];

    private static string State(SourceState? state) => state switch
    {
        { PausedAt: not null } => "paused",
        { Health.IsResting: true } => "resting",
        { LastRun.Failure: not null } => "failing",
        { LastRun: not null } => "well",
        _ => "new",
    };

    private string Next(SourceOptions? options, SourceState? state)
    {
        if (state?.PausedAt is not null)
            return "-";
        var next = state?.LastRun?.StartedAt + (options?.Every ?? TimeSpan.FromMinutes(15));
        next = state?.Health?.NotBefore > next ? state.Health.NotBefore : next;
        return next > clock.GetUtcNow() ? Time(next) : "now";
    }

    private static IEnumerable<string> Failures(IEnumerable<IMentionSource> sources, Dictionary<string, SourceState> states) => sources
        .Select(source => states.GetValueOrDefault(source.Name))
        .Where(state => state is { LastRun.Failure: not null, PausedAt: null })
        .Select(state => $"{state!.Source}: {state.LastRun!.Failure}");

    private static IEnumerable<string> Aligned(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";

    private static string Span(TimeSpan time) => time switch
    {
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalMinutes):0} min"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} d"),
    };
}
