using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.OneShot;

/// <summary>
/// What a one-shot digest keeps of feeds of any size: the week itself in full, of the eight weeks before it only counters,
/// of everything else nothing but when a source was heard.
/// </summary>
internal sealed class WeeksOnHand
{
    private const int Trailing = 8;

    // A feed that begins later in a week than this says too little of that week to compare with.
    private static readonly TimeSpan LateStart = TimeSpan.FromHours(60);

    private readonly OneShotOrder _order;
    private readonly DigestWeek _week;
    private readonly long[] _bounds = new long[Trailing + 2];
    private readonly WeekTally?[] _before = new WeekTally?[Trailing];
    private readonly HashSet<ulong> _counted = [];
    private readonly Dictionary<MentionId, ReadMention> _kept = [];
    private readonly Dictionary<string, DateTimeOffset> _lastHeard = new(StringComparer.Ordinal);
    private DateTimeOffset _first = DateTimeOffset.MaxValue;

    public WeeksOnHand(OneShotOrder order, DigestWeek week)
    {
        (_order, _week) = (order, week);
        for (var i = 0; i < _bounds.Length; i++)
            _bounds[i] = week.Plus(i - Trailing).From(order.Zone).UtcTicks;
    }

    /// <summary>It lies in a week that counts; what does not need not be understood.</summary>
    public bool Needs(Mention mention) => mention.SaidAt.UtcTicks >= _bounds[0] && mention.SaidAt.UtcTicks < _bounds[^1];

    /// <summary>Notes that a source was heard.</summary>
    public void Hear(Mention mention)
    {
        var at = mention.SaidAt;
        if (at < _first)
            _first = at;
        if (at.UtcTicks < _bounds[Trailing] && (!_lastHeard.TryGetValue(mention.Id.Source, out var last) || at > last))
            _lastHeard[mention.Id.Source] = at;
    }

    /// <summary>Takes in a mention of one of the weeks; the same mention again is counted once, and the later one is kept.</summary>
    public void Add(ReadMention read)
    {
        var week = WeekOf(read.Mention.SaidAt.UtcTicks);
        if (week == Trailing)
            _kept[read.Mention.Id] = read;
        else if (_counted.Add(Hash(read.Mention.Id)))
            (_before[week] ??= new WeekTally(_week.Plus(week - Trailing), _order.Zone)).Add(read);
    }

    /// <summary>All that the edition is composed of; to be asked for once, since what was kept is forgotten with it.</summary>
    /// <param name="stop">Ends the grouping.</param>
    public EditionMaterial Material(CancellationToken stop)
    {
        ReadMention[] mentions = [.. _kept.Values];
        var before = Array.ConvertAll(_before, tally => tally?.ToSummary());
        if (FirstWeek() is { } first)
            before[first] = null;
        Forget();
        var stories = StoryGrouper.Group(_week, mentions, before, new() { Zone = _order.Zone }, stop);
        return new()
        {
            Digest = _order.Digest,
            Week = _week,
            Stories = stories,
            Mentions = mentions,
            Before = before,
            Coverage = Coverage(mentions, stories.Summary),
            GapsBefore = CoverageCalculator.GapsBefore(before, stories.Summary),
            ComposedAt = _week.To(_order.Zone),
        };
    }

    // Grouping is where most memory is used, so what only reading needed goes before it: of a large feed, half of all.
    private void Forget()
    {
        Array.Clear(_before);
        _counted.Clear();
        _counted.TrimExcess();
        _kept.Clear();
        _kept.TrimExcess();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    // The trailing week that the data begins in too late to be compared with.
    private int? FirstWeek()
    {
        var at = _first.UtcTicks;
        return at < _bounds[0] || at >= _bounds[Trailing] || at - _bounds[WeekOf(at)] <= LateStart.Ticks ? null : WeekOf(at);
    }

    private IReadOnlyList<SourceCoverage> Coverage(ReadMention[] mentions, WeekSummary now) => CoverageCalculator.FromMentions(
        _week.From(_order.Zone),
        _week.To(_order.Zone),
        mentions
            .GroupBy(read => read.Mention.Id.Source, StringComparer.Ordinal)
            .ToDictionary(source => source.Key, source => (IReadOnlyList<DateTimeOffset>)[.. source.Select(read => read.Mention.SaidAt)], StringComparer.Ordinal),
        now.Sources.ToDictionary(source => source.Source, source => source.Mentions, StringComparer.Ordinal),
        _lastHeard);

    private int WeekOf(long ticks)
    {
        var week = Trailing;
        while (ticks < _bounds[week])
            week--;
        return week;
    }

    // 64 bits of identity: among a million mentions two share them once in thirty million runs.
    private static ulong Hash(MentionId id)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in id.Source)
            hash = (hash ^ character) * 1099511628211UL;
        hash = (hash ^ '\n') * 1099511628211UL;
        foreach (var character in id.ExternalId)
            hash = (hash ^ character) * 1099511628211UL;
        return hash ^ (hash >> 29);
    }
}
