namespace DigestBot.Core.Stories.Trends;

/// <summary>The trailing weeks as a yardstick: how often a term was told in them. Weeks that could not be heard say nothing.</summary>
internal sealed class History
{
    private const int Weeks = 8;
    private static readonly Comparer<TermCount> ByTerm = Comparer<TermCount>.Create((a, b) => string.CompareOrdinal(a.Term, b.Term));
    private readonly WeekSummary?[] _before;
    private readonly TermCount[]?[] _terms;

    /// <summary>Takes the weeks as they are; summaries need not be sorted.</summary>
    /// <param name="before">Oldest first; the last eight of them are used.</param>
    public History(IReadOnlyList<WeekSummary?> before)
    {
        var trailing = before.Skip(Math.Max(0, before.Count - Weeks)).ToList();
        _before = [.. Enumerable.Repeat<WeekSummary?>(null, Weeks - trailing.Count), .. trailing];
        _terms = [.. _before.Select(week => week?.Terms.OrderBy(term => term.Term, StringComparer.Ordinal).ToArray())];
        Heard = [.. _before.OfType<WeekSummary>().Where(week => week.Mentions > 0)];
        Volume = Heard.Sum(week => (double)week.Mentions);
    }

    /// <summary>Weeks with mentions.</summary>
    public IReadOnlyList<WeekSummary> Heard { get; }

    /// <summary>Mentions of all weeks heard.</summary>
    public double Volume { get; }

    /// <summary>What was told of a term in each of the eight weeks, oldest first; null where nothing was heard.</summary>
    public IReadOnlyList<WeekCount?> Of(string term)
    {
        var counts = new WeekCount?[Weeks];
        for (var i = 0; i < Weeks; i++)
            counts[i] = CountIn(i, term);
        return counts;
    }

    /// <summary>The same for several terms of which each mention has at most one, added up.</summary>
    public IReadOnlyList<WeekCount?> Of(IReadOnlyList<string> terms) =>
        [.. terms.Select(Of).Aggregate((sum, counts) => [.. sum.Zip(counts, (one, other) => one is { } a && other is { } b ? new WeekCount(a.Mentions + b.Mentions, a.Authors + b.Authors) : one)])];

    /// <summary>Unique authors of the term in each week heard, as if that week had had <paramref name="mentions"/> mentions.</summary>
    public IReadOnlyList<double> AtVolume(string term, int mentions)
    {
        var counts = new List<double>(Weeks);
        for (var i = 0; i < Weeks; i++)
        {
            if (_before[i] is { Mentions: > 0 } week)
                counts.Add(CountIn(i, term)!.Value.Authors * (double)mentions / week.Mentions);
        }
        return counts;
    }

    /// <summary>Authors of the term, week by week, added up.</summary>
    public int Authors(string term)
    {
        var sum = 0;
        for (var i = 0; i < Weeks; i++)
            sum += CountIn(i, term)?.Authors ?? 0;
        return sum;
    }

    private WeekCount? CountIn(int week, string term)
    {
        if (_terms[week] is not { } terms)
            return null;
        var at = Array.BinarySearch(terms, new TermCount(term, 0, 0), ByTerm);
        return at < 0 ? new WeekCount(0, 0) : new WeekCount(terms[at].Mentions, terms[at].Authors);
    }
}
