namespace DigestBot.Core.Platforms.Alerts;

/// <summary>Something that more people tell of than ever of late.</summary>
/// <param name="Subjects">What jumps, the most telling first; several when the same people tell of them.</param>
/// <param name="Hour">People in the last hour.</param>
/// <param name="Day">People in the last day.</param>
internal sealed record Jump(IReadOnlyList<AlertSubject> Subjects, Crowd Hour, Crowd Day)
{
    /// <summary>The last hour jumps; otherwise it is the day.</summary>
    public bool IsOfHour { get; init; }

    /// <summary>The crowd that jumps.</summary>
    public Crowd Crowd => IsOfHour ? Hour : Day;

    /// <summary>What was said by them, oldest first.</summary>
    public IReadOnlyList<Glimpse> Told { get; init; } = [];

    /// <summary>When more began to tell of it than usual.</summary>
    public DateTimeOffset Since => Told[Math.Min((int)Crowd.Usual, Told.Count - 1)].SaidAt;

    /// <summary>Where it is told, the loudest first.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Told.GroupBy(glimpse => glimpse.Id.Source).OrderByDescending(source => source.Count()).ThenBy(source => source.Key, StringComparer.Ordinal).Select(source => source.Key)];

    /// <summary>Who tells of it.</summary>
    public HashSet<(string Source, string Author)> People => [.. Told.Select(glimpse => glimpse.Person)];
}
