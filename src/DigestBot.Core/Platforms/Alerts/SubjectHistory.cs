namespace DigestBot.Core.Platforms.Alerts;

/// <summary>How many people told of each subject in each source and hour of the last fifteen days: what today is compared with.</summary>
internal sealed class SubjectHistory
{
    private const int Hours = 24 * (HeardDays.Days + 1);
    private readonly Dictionary<AlertSubject, Dictionary<string, int[]>> _people = [];
    private readonly HashSet<(AlertSubject, string, string)> _thisHour = [];
    private int _hour = -1;
    private HeardDays? _heard;

    private SubjectHistory(DateTimeOffset end) => End = end;

    /// <summary>The full hour at which it ends.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Counts what was said until the full hour <paramref name="end"/>; once over the mentions of fifteen days.</summary>
    public static async Task<SubjectHistory> ReadAsync(IGlimpses glimpses, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var history = new SubjectHistory(end);
        await foreach (var glimpse in glimpses.BetweenAsync(end.AddHours(-Hours), end, cancellationToken))
            history.Add(glimpse);
        history._thisHour.Clear();
        history._heard = new(history.Of(AlertSubject.All), await glimpses.FirstRunsAsync(cancellationToken), end);
        return history;
    }

    /// <summary>Whether a source has been listened to long enough to tell what is usual in it.</summary>
    public bool Knows(string source) => _heard!.Knows(source);

    /// <summary>People on each of the fourteen days before, or on the same weekdays only.</summary>
    /// <param name="subject">Of what.</param>
    /// <param name="every">1 for all days, 7 for the same weekdays.</param>
    public IReadOnlyList<double> Days(AlertSubject subject, int every) => Daily(subject, every, (hours, day) => HeardDays.OfDay(hours, day));

    /// <summary>People in the same hour of each of the fourteen days before.</summary>
    /// <param name="subject">Of what.</param>
    /// <param name="now">End of the hour meant; it may lie between two full hours.</param>
    public IReadOnlyList<double> SameHours(AlertSubject subject, DateTimeOffset now)
    {
        var part = (now - End).TotalHours;
        return Daily(subject, 1, (hours, day) => ((1 - part) * Hour(hours, day, 0)) + (part * Hour(hours, day, 1)));
    }

    /// <summary>People in the hours around the same one of the same weekdays.</summary>
    public IReadOnlyList<double> SameWeekdayHours(AlertSubject subject) =>
        [.. new[] { -1, 0, 1 }.SelectMany(around => Daily(subject, 7, (hours, day) => Hour(hours, day, around)))];

    private static double Hour(int[] hours, int day, int around) => hours[Hours - (24 * day) - 1 + around];

    // A day on which a source was not heard counts as that source's usual day; none at all where no source was.
    private List<double> Daily(AlertSubject subject, int every, Func<int[], int, double> of)
    {
        var days = Enumerable.Range(1, HeardDays.Days).Where(day => day % every == 0 && KnownSources.Any(source => _heard!.Heard(source, day))).ToList();
        var all = days.ConvertAll(_ => 0d);
        foreach (var (source, hours) in Of(subject).Where(pair => Knows(pair.Key)))
        {
            var heard = Enumerable.Range(1, HeardDays.Days).Where(day => _heard!.Heard(source, day)).ToList();
            var usual = heard.Average(day => of(hours, day));
            for (var at = 0; at < days.Count; at++)
                all[at] += _heard!.Heard(source, days[at]) ? of(hours, days[at]) : usual;
        }
        return all;
    }

    private IEnumerable<string> KnownSources => Of(AlertSubject.All).Keys.Where(Knows);

    private Dictionary<string, int[]> Of(AlertSubject subject) => _people.GetValueOrDefault(subject) ?? [];

    private void Add(Glimpse glimpse)
    {
        var hour = Hours - 1 - (int)((End - glimpse.SaidAt).Ticks / TimeSpan.TicksPerHour);
        if (hour != _hour)
            _thisHour.Clear();
        _hour = hour;
        foreach (var subject in glimpse.Subjects.Where(subject => _thisHour.Add((subject, glimpse.Id.Source, glimpse.Author))))
            Counter(subject, glimpse.Id.Source)[Math.Max(0, hour)]++;
    }

    private int[] Counter(AlertSubject subject, string source)
    {
        if (!_people.TryGetValue(subject, out var bySource))
            _people[subject] = bySource = new(StringComparer.Ordinal);
        return bySource.TryGetValue(source, out var hours) ? hours : bySource[source] = new int[Hours];
    }
}
