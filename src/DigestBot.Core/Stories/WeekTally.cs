using System.Runtime.InteropServices;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Stories.Trends;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>
/// Counts a week as its mentions come, in any order, and keeps none of them: what a week of history is read with. Memory is
/// bounded whatever the week holds: terms that few people use are dropped when there are too many. Not safe for several threads.
/// </summary>
/// <param name="week">The week that is counted.</param>
/// <param name="zone">The zone that its days are read in; without one its days stay unknown.</param>
public sealed class WeekTally(DigestWeek week, TimeZoneInfo? zone = null)
{
    private const int MostCounted = 200_000;
    private const int MostKept = 5_000;
    private const int FewestOfDays = 3; // rarer terms are told like the week as a whole
    private readonly TermReader _reader = new();
    private readonly Dictionary<Term, Counter> _terms = [];
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);
    private readonly AuthorSet _authors = new();
    private readonly List<Term> _told = [];
    private readonly long[]? _begins = zone is null ? null : WeekPart.Beginnings(week, zone);
    private readonly int[] _days = new int[WeekPart.Days];
    private readonly VoiceTally _voices = new();
    private readonly WeekSample _sample = new();
    private int _mentions;
    private int _competitorMentions;
    private double _sentiment;
    private int _dropped;

    internal TermReader Reader => _reader;

    /// <summary>Counts one mention of the week: in full when it counts, otherwise only for share of voice.</summary>
    /// <param name="mention">Any mention, spam too; the caller sees to it that it is of this week and comes once.</param>
    public void Add(ReadMention mention) => AddAndRead(mention);

    /// <summary>As <see cref="Add"/>; the mention's terms, each once, none when it does not count, valid until the next call.</summary>
    internal ReadOnlySpan<Term> AddAndRead(ReadMention mention)
    {
        if (mention.Insight is { IsSpam: false, IsExcluded: false, Competitors.Count: > 0 })
            _competitorMentions++;
        var author = AuthorSet.Hash(mention.Mention.Id.Source, mention.Mention.Author);
        _voices.Add(mention, author);
        if (!mention.Counts)
            return [];
        _mentions++;
        _sentiment += mention.Insight.SentimentScore;
        CollectionsMarshal.GetValueRefOrAddDefault(_sources, mention.Mention.Id.Source, out _)++;
        _authors.Add(author);
        var day = DayOf(mention.Mention.SaidAt);
        _days[day]++;
        Count(_reader.Of(mention), author, day);
        var id = AuthorSet.Hash(mention.Mention.Id.Source, mention.Mention.Id.ExternalId);
        if (_sample.Takes(id))
            _sample.Add(id, author, day, TermReader.TopicHashes(mention.Insight), _reader.WordHashes());
        if (_terms.Count > MostCounted)
            Prune();
        return CollectionsMarshal.AsSpan(_told);
    }

    // Each term once a mention; that it was there already stands in its counter, so that each costs one look-up.
    private void Count(ReadOnlySpan<Term> terms, ulong author, int day)
    {
        _told.Clear();
        foreach (var term in terms)
        {
            ref var counter = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out _);
            if (counter.LastMention == _mentions)
                continue;
            counter.LastMention = _mentions;
            counter.Add(author, day);
            _told.Add(term);
        }
    }

    /// <summary>Unique authors who used the term; an estimate above 64.</summary>
    internal int AuthorsOf(Term term) => _terms.TryGetValue(term, out var counter) ? counter.Authors : 0;

    /// <summary>The week in numbers so far.</summary>
    public WeekSummary ToSummary() => ToSummary([]);

    /// <summary>The week in numbers, with stories that are no term of any mention.</summary>
    internal WeekSummary ToSummary(IEnumerable<Story> stories) => new()
    {
        Week = week,
        Mentions = _mentions,
        Authors = _authors.Count,
        Sentiment = _mentions == 0 ? 0 : Math.Round(_sentiment / _mentions, 6),
        CompetitorMentions = _competitorMentions,
        Sources = [.. _sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => new SourceCount(source.Key, source.Value))],
        Terms = Kept(stories),
        Days = _begins is null ? null : [.. _days],
        Competitors = _voices.Competitors(),
        Handles = _voices.Handles(),
        Sample = _sample.ToText(),
    };

    // A mention outside its week (a test's, a clock's that ran wrong) counts for the nearest day.
    private int DayOf(DateTimeOffset at)
    {
        if (_begins is null)
            return 0;
        var day = WeekPart.Days - 1;
        while (day > 0 && at.UtcTicks < _begins[day])
            day--;
        return day;
    }

    // Most used first; of those used alike, what people can be shown before stems, and single stems before pairs.
    private List<TermCount> Kept(IEnumerable<Story> stories)
    {
        var counted = _terms
            .Select(term => (Term: term.Key, Count: Counted(term.Key, term.Value)))
            .OrderByDescending(term => term.Count.Authors)
            .ThenBy(term => TermReader.IsOfStems(term.Term) ? term.Term.Second < 0 ? 1 : 2 : 0)
            .ThenBy(term => term.Count.Term, StringComparer.Ordinal)
            .Take(MostKept)
            .Select(term => term.Count);
        return [.. counted
            .Concat(stories.Where(IsRemembered).Select(story => new TermCount(story.Key, story.Mentions.Count, story.Authors)))
            .DistinctBy(count => count.Term, StringComparer.Ordinal)
            .OrderBy(count => count.Term, StringComparer.Ordinal)];
    }

    private TermCount Counted(Term term, Counter counter) => new(_reader.NameOf(term), counter.Mentions, counter.Authors)
    {
        Days = _begins is not null && counter.Mentions >= FewestOfDays ? counter.Days : null,
    };

    // A text copied again next week is known again; a text said once is not worth remembering.
    private static bool IsRemembered(Story story) => story is { Basis: StoryBasis.Copies, Mentions.Count: > 1 };

    private void Prune()
    {
        while (_terms.Count > MostCounted / 2)
        {
            _dropped++;
            foreach (var (term, counter) in _terms)
            {
                if (counter.Mentions <= _dropped)
                    _terms.Remove(term);
            }
        }
    }

    private struct Counter
    {
        private ulong _first;
        private AuthorSet? _others;

        public int Mentions { get; private set; }

        public int LastMention { get; set; }

        public long Days { get; private set; }

        public readonly int Authors => _others?.Count ?? Math.Min(Mentions, 1);

        // Nearly all terms have one author only; a set for each would be most of the memory.
        public void Add(ulong author, int day)
        {
            Days = DayCounts.Plus(Days, day);
            if (Mentions++ == 0)
            {
                _first = author;
                return;
            }
            if (_others is null && author == _first)
                return;
            if (_others is null)
            {
                _others = new();
                _others.Add(_first);
            }
            _others.Add(author);
        }
    }
}
