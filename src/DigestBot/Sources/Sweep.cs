namespace DigestBot.Sources;

/// <summary>
/// Reading everything since an instant, page by page, over as many runs as it takes. What was said meanwhile is found by the
/// next sweep, which begins where the newest of this one ends, less an overlap.
/// </summary>
internal sealed class Sweep
{
    private const int MostIdlePages = 10; // filters may leave a few pages empty; more of them in a row lead nowhere

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _marks = new(StringComparer.Ordinal);
    private readonly ApiCursor _start;
    private int _idle;

    private Sweep(ApiCursor start, DateTimeOffset from, bool isAgain)
    {
        (_start, From, IsAgain) = (start, from, isAgain);
        (Page, Newest, IsWhole) = (start.Page, start.Newest, start.Page is null);
    }

    /// <summary>How far back it reads.</summary>
    public DateTimeOffset From { get; }

    /// <summary>It reads the last week again, for what changed and what is gone.</summary>
    public bool IsAgain { get; }

    /// <summary>It began in this run: what it has not seen is not there.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The vendor's mark of the page to read next; null is the first one.</summary>
    public string? Page { get; private set; }

    /// <summary>The newest instant seen.</summary>
    public DateTimeOffset Newest { get; private set; }

    /// <summary>The last page was read.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Pages lead from one to the next without anything new: somebody's link goes in a circle.</summary>
    public bool IsEndless { get; private set; }

    /// <summary>Ids seen so far in this run.</summary>
    public IReadOnlySet<string> Seen => _seen;

    /// <summary>The sweep to make now: the one that was broken off, a look at the last week again when that is due, or what is new.</summary>
    /// <param name="kept">Where the last run ended; null on the first run.</param>
    /// <param name="plan">How far back and how often.</param>
    /// <param name="now">Our clock.</param>
    public static Sweep Begin(ApiCursor? kept, SweepPlan plan, DateTimeOffset now)
    {
        if (kept is null)
            return Since(now - plan.Backfill, now);
        if (kept.Page is not null)
            return new(kept, kept.From, kept.IsAgain);
        var isDue = plan.RereadsWeek && now - kept.Refreshed >= plan.RefreshEvery;
        var weekAgo = now - SweepPlan.Week;
        return new(kept, isDue && weekAgo < kept.Since ? weekAgo : kept.Since, isDue);
    }

    /// <summary>A sweep from an instant on, whatever was read before.</summary>
    public static Sweep Since(DateTimeOffset from, DateTimeOffset now) => new(new() { Since = from, Refreshed = now }, from, isAgain: false);

    /// <summary>The same from its first page: the mark that was kept is not known any more.</summary>
    public Sweep Restart() => new(_start with { Page = null, Newest = default }, From, IsAgain);

    /// <summary>Goes on behind a page.</summary>
    /// <param name="page">What was read.</param>
    /// <param name="order">In which order pages come.</param>
    public void Pass(ApiPage page, ApiOrder order)
    {
        Newest = page.Newest > Newest ? page.Newest.Value : Newest;
        var hasNew = false;
        foreach (var id in page.Mentions.Select(mention => mention.Id.ExternalId).Concat(page.Gone))
            hasNew |= _seen.Add(id);
        _idle = hasNew ? 0 : _idle + 1;
        IsDone = page.Next is null || (order == ApiOrder.NewestFirst && page.Mentions.Count > 0 && page.Mentions.All(mention => mention.SaidAt < From));
        IsEndless = !IsDone && (_idle >= MostIdlePages || !_marks.Add(page.Next!));
        Page = IsDone || IsEndless ? null : page.Next;
    }

    /// <summary>What to keep with the page passed last.</summary>
    /// <param name="now">Our clock: a vendor's that runs ahead must not make us pass over what is said until then.</param>
    /// <param name="overlap">How late something may show up at the vendor.</param>
    public ApiCursor Cursor(DateTimeOffset now, TimeSpan overlap)
    {
        if (Page is not null)
            return _start with { Page = Page, From = From, Newest = Newest, IsAgain = IsAgain };
        if (!IsDone)
            return _start with { Page = null, From = default, Newest = default, IsAgain = false };
        var read = (Newest < now ? Newest : now) - (Newest == default ? TimeSpan.Zero : overlap);
        return new() { Since = read > _start.Since ? read : _start.Since, Refreshed = IsAgain ? now : _start.Refreshed };
    }
}

/// <summary>How far back sweeps read, and how often what is known is read again.</summary>
/// <param name="Backfill">How far back the first one reads.</param>
/// <param name="RereadsWeek">The last week is read again to refresh it.</param>
/// <param name="RefreshEvery">How often.</param>
internal sealed record SweepPlan(TimeSpan Backfill, bool RereadsWeek, TimeSpan RefreshEvery)
{
    /// <summary>How long what was said is followed.</summary>
    public static TimeSpan Week { get; } = TimeSpan.FromDays(7);
}
