namespace DigestBot.Core.Platforms.Alerts;

/// <summary>
/// On which of the fourteen days before today each source was heard. Silence is not zero: a day without any mention of a source, and
/// every day before it was first collected (back-filling brings less than listening), says nothing about what is usual.
/// </summary>
internal sealed class HeardDays
{
    public const int Days = 14;
    private const int Fewest = 3;
    private readonly Dictionary<string, bool[]> _heard = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

    /// <summary>Looks when each source was heard.</summary>
    /// <param name="hours">People by source and hour, oldest hour first.</param>
    /// <param name="firstRuns">When each source was first collected.</param>
    /// <param name="end">End of the last hour.</param>
    public HeardDays(IReadOnlyDictionary<string, int[]> hours, IReadOnlyDictionary<string, DateTimeOffset> firstRuns, DateTimeOffset end)
    {
        foreach (var (source, people) in hours)
        {
            var first = firstRuns.TryGetValue(source, out var run) ? run : DateTimeOffset.MinValue;
            _heard[source] = [.. Enumerable.Range(1, Days).Select(day => end.AddDays(-day - 1) >= first && OfDay(people, day) > 0)];
            _first[source] = _heard[source].Count(heard => heard);
        }
    }

    /// <summary>Sources heard on three days at least: what the others say is no measure yet, so they neither jump nor count as usual.</summary>
    public bool Knows(string source) => _first.GetValueOrDefault(source) >= Fewest;

    /// <summary>Whether a source was heard on a day, 1 for the day before the last 24 hours.</summary>
    public bool Heard(string source, int day) => _heard[source][day - 1];

    /// <summary>People of a day, 1 for the day before the last 24 hours.</summary>
    public static int OfDay(int[] hours, int day) => hours.AsSpan(hours.Length - (24 * (day + 1)), 24).ToArray().Sum();
}
