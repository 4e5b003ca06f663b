using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Trends;

/// <summary>People who tell something alike this week, with how many told the like in the weeks before.</summary>
/// <param name="Portrait">What they have in common.</param>
/// <param name="Least">How like a mention must be to belong, 0 to 1.</param>
/// <param name="Members">Mentions of the week that were looked at and belong, by their place; in order.</param>
/// <param name="People">Authors among them, without the one that was looked from.</param>
/// <param name="Usual">The weeks before.</param>
/// <param name="Looked">Mentions of the week that were looked at.</param>
internal sealed record Crowd(Portrait Portrait, double Least, IReadOnlyList<int> Members, int People, Baseline Usual, int Looked);

/// <summary>
/// Finds what many tell in words that each on its own are nothing new. Looks from each mention of the week at those that are like
/// it, in this week and the samples of the weeks before alike: what they have in common is taken from both, so that nothing
/// is chosen for being of this week. Of large weeks a sample is looked at; what is common enough to be a trend is in it.
/// </summary>
internal sealed class CrowdFinder
{
    private const int MostLooked = 2_048;
    private const int MostSeeds = 1_024;
    private const double Like = 0.3;
    private const float OfSeed = 1.5f;
    private const int FewestAlike = 3;
    private const double LeastRatio = 2;
    private const double Promising = 0.002;
    private static readonly double[] Belonging = [0.36, 0.45];
    private readonly IReadOnlyList<ReadMention> _mentions;
    private readonly TermReader _reader;
    private readonly int _fewest;
    private readonly LikenessIndex _index = new();
    private readonly List<(int Week, int Author, double Passed)> _before = [];
    private readonly List<int> _now = [];
    private readonly double[] _volumes;

    /// <summary>Takes the week and the samples of the weeks before.</summary>
    /// <param name="mentions">The week's mentions that count, in order.</param>
    /// <param name="reader">Reads their words.</param>
    /// <param name="history">The weeks before; those without a sample are unknown and passed over.</param>
    /// <param name="fewest">Fewest people of a crowd.</param>
    public CrowdFinder(IReadOnlyList<ReadMention> mentions, TermReader reader, History history, int fewest)
    {
        (_mentions, _reader, _fewest) = (mentions, reader, fewest);
        var weeks = history.HeardWeeks.Where(week => history[week].Sample is not null).ToList();
        _volumes = [.. weeks.Select((week, place) => Remember(history[week], place, history.Part))];
        if (weeks.Count == 0)
            return;
        Look();
        _index.Build();
    }

    /// <summary>Mentions of the week that crowds are looked for from: how many looks there are.</summary>
    public int Seeds => Math.Min(MostSeeds, _now.Count);

    /// <summary>Crowds that may be more than chance, each mention's best; nothing is corrected for the number of looks.</summary>
    public IReadOnlyList<Crowd> Find(CancellationToken stop)
    {
        var found = new List<Crowd>();
        for (var seed = 0; seed < Seeds && _volumes.Sum() > 0; seed++)
        {
            stop.ThrowIfCancellationRequested();
            if (Around(seed) is { } crowd)
                found.Add(crowd);
        }
        return found;
    }

    /// <summary>All mentions of the week that belong, by their place; in order.</summary>
    public IReadOnlyList<int> AllOf(Crowd crowd) =>
        _now.Count == _mentions.Count
            ? crowd.Members
            : [.. Enumerable.Range(0, _mentions.Count).Where(place => Belongs(crowd, _mentions[place]))];

    private double Remember(WeekSummary week, int place, WeekPart part)
    {
        var volume = 0d;
        foreach (var mention in WeekSample.Read(week.Sample!))
        {
            var passed = week.Days is null ? 1 : part[mention.Day];
            volume += passed;
            _before.Add((place, mention.Author, passed));
            _index.Add(mention.Topics, mention.Words);
        }
        return volume;
    }

    private void Look()
    {
        // By a hash of the id, so that the same are looked at in whatever order they come.
        var looked = Enumerable.Range(0, _mentions.Count)
            .OrderBy(place => AuthorSet.Hash(_mentions[place].Mention.Id.Source, _mentions[place].Mention.Id.ExternalId)).ThenBy(place => place)
            .Take(MostLooked);
        foreach (var place in looked)
        {
            _now.Add(place);
            _reader.WordsOf(_mentions[place].Mention.Text);
            _index.Add(TermReader.TopicHashes(_mentions[place].Insight), _reader.WordHashes());
        }
    }

    private Crowd? Around(int seed)
    {
        var place = _before.Count + seed;
        var alike = _index.Likeness(_index.PortraitOf(place));
        var near = new List<(int, float)>();
        for (var i = 0; i < alike.Length; i++)
        {
            if (alike[i] >= Like)
                near.Add((i, i == place ? OfSeed : 1));
        }
        return near.Count < FewestAlike ? null : Best(_index.Common(near), seed);
    }

    private Crowd? Best(Portrait common, int seed)
    {
        var (best, least) = (default(Crowd), Promising);
        var alike = _index.Likeness(common);
        foreach (var belonging in Belonging)
        {
            if (Count(common, alike, belonging, seed) is not { } crowd)
                continue;
            var chance = crowd.Usual.Chance(crowd.People, _now.Count);
            if (chance <= least)
                (best, least) = (crowd, chance);
        }
        return best;
    }

    private Crowd? Count(Portrait common, ReadOnlySpan<float> alike, double belonging, int seed)
    {
        var members = new List<int>();
        var people = new HashSet<(string, string)>();
        for (var i = _before.Count; i < alike.Length; i++)
        {
            if (alike[i] < belonging)
                continue;
            var member = _now[i - _before.Count];
            members.Add(member);
            people.Add((_mentions[member].Mention.Id.Source, _mentions[member].Mention.Author));
        }
        // The one that was looked from is there by choice, so it is no evidence.
        if (people.Remove((_mentions[_now[seed]].Mention.Id.Source, _mentions[_now[seed]].Mention.Author)) is false || people.Count < _fewest)
            return null;
        var usual = new Baseline(Told(alike, belonging), _volumes);
        members.Sort();
        return people.Count < LeastRatio * usual.Usual(_now.Count) ? null : new(common, belonging, members, people.Count, usual, _now.Count);
    }

    private double[] Told(ReadOnlySpan<float> alike, double belonging)
    {
        var told = new double[_volumes.Length];
        var people = new HashSet<(int, int)>();
        for (var i = 0; i < _before.Count; i++)
        {
            if (alike[i] >= belonging && _before[i].Passed > 0 && people.Add((_before[i].Week, _before[i].Author)))
                told[_before[i].Week] += _before[i].Passed;
        }
        return told;
    }

    private bool Belongs(Crowd crowd, ReadMention mention)
    {
        _reader.WordsOf(mention.Mention.Text);
        return _index.Likeness(crowd.Portrait, TermReader.TopicHashes(mention.Insight), _reader.WordHashes()) >= crowd.Least;
    }
}
