namespace DigestBot.Core.Stories.Trends;

/// <summary>The trailing weeks as a yardstick: how often a term was told in them. Weeks that could not be heard say nothing.</summary>
internal sealed class History
{
    private const int Weeks = 8;
    private static readonly Comparer<TermCount> ByTerm = Comparer<TermCount>.Create((a, b) => string.CompareOrdinal(a.Term, b.Term));
    private readonly WeekSummary?[] _before;
    private readonly TermCount[]?[] _terms;
    private readonly double[] _volumes;
    private readonly WeekPart _part;

    /// <summary>Takes the weeks as they are; summaries need not be sorted.</summary>
    /// <param name="before">Oldest first; the last eight of them are used.</param>
    /// <param name="part">What of this week has passed; of the weeks before the same days are looked at, where their days are known.</param>
    public History(IReadOnlyList<WeekSummary?> before, WeekPart part)
    {
        var trailing = before.Skip(Math.Max(0, before.Count - Weeks)).ToList();
        _part = part;
        _before = [.. Enumerable.Repeat<WeekSummary?>(null, Weeks - trailing.Count), .. trailing];
        _terms = [.. _before.Select(week => week?.Terms.OrderBy(term => term.Term, StringComparer.Ordinal).ToArray())];
        _volumes = [.. _before.Select(week => week?.MentionsIn(part) ?? week?.Mentions ?? 0)];
        HeardWeeks = [.. Enumerable.Range(0, Weeks).Where(week => _volumes[week] > 0)];
        Volume = _volumes.Sum();
    }

    /// <summary>Which of the eight weeks had mentions, oldest first.</summary>
    public IReadOnlyList<int> HeardWeeks { get; }

    /// <summary>Mentions of all weeks heard, in the days that this week has had.</summary>
    public double Volume { get; }

    /// <summary>The days that are looked at.</summary>
    public WeekPart Part => _part;

    /// <summary>The week before this one, when it was heard.</summary>
    public WeekSummary? Last => _volumes[^1] > 0 ? _before[^1] : null;

    /// <summary>A week's summary.</summary>
    /// <param name="week">One of <see cref="HeardWeeks"/>.</param>
    public WeekSummary this[int week] => _before[week]!;

    /// <summary>
    /// What was told of a term in each of the eight weeks, oldest first, of a week that goes on in the same days; null where nothing
    /// was heard.
    /// </summary>
    public IReadOnlyList<WeekCount?> Of(string term)
    {
        var counts = new WeekCount?[Weeks];
        for (var i = 0; i < Weeks; i++)
            counts[i] = _terms[i] is null ? null : CountIn(i, term);
        return counts;
    }

    /// <summary>The same for several terms of which each mention has at most one, added up.</summary>
    public IReadOnlyList<WeekCount?> Of(IReadOnlyList<string> terms) =>
        [.. terms.Select(Of).Aggregate((sum, counts) => [.. sum.Zip(counts, (one, other) => one is { } a && other is { } b ? new WeekCount(a.Mentions + b.Mentions, a.Authors + b.Authors) : one)])];

    /// <summary>What is usual for a term.</summary>
    public Baseline BaselineOf(string term) =>
        new([.. HeardWeeks.Select(week => AuthorsIn(week, term))], [.. HeardWeeks.Select(week => _volumes[week])]);

    /// <summary>What was usual for a term before last week.</summary>
    public Baseline EarlierBaselineOf(string term)
    {
        var earlier = HeardWeeks.Where(week => week < Weeks - 1).ToList();
        return new([.. earlier.Select(week => AuthorsIn(week, term))], [.. earlier.Select(week => _volumes[week])]);
    }

    /// <summary>Authors of the term last week, in the days that this week has had.</summary>
    public double LastAuthors(string term) => AuthorsIn(Weeks - 1, term);

    /// <summary>Mentions of last week, in the days that this week has had.</summary>
    public double LastVolume => _volumes[^1];

    /// <summary>Authors of the term, week by week, added up.</summary>
    public double Authors(string term) => HeardWeeks.Sum(week => AuthorsIn(week, term));

    private double AuthorsIn(int week, string term) => Find(week, term) is { } count ? count.Authors * ShareIn(week, count) : 0;

    private WeekCount CountIn(int week, string term)
    {
        if (Find(week, term) is not { } count)
            return new(0, 0);
        var share = _part.IsWhole ? 1 : ShareIn(week, count) * (_before[week]!.Days is null ? _part.Sum / WeekPart.Days : 1);
        return new((int)Math.Round(count.Mentions * share), (int)Math.Round(count.Authors * share));
    }

    // A rare term keeps no days of its own, and a summary from before days were counted has none: then it is told like the week as a whole.
    private double ShareIn(int week, TermCount count)
    {
        if (_part.IsWhole || _before[week]!.Days is null)
            return 1;
        return count.Days is { } days ? DayCounts.ShareIn(days, _part) : _volumes[week] / Math.Max(1, _before[week]!.Mentions);
    }

    private TermCount? Find(int week, string term)
    {
        if (_terms[week] is not { } terms)
            return null;
        var at = Array.BinarySearch(terms, new TermCount(term, 0, 0), ByTerm);
        return at < 0 ? null : terms[at];
    }
}
