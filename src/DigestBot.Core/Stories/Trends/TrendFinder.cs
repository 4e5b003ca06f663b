using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Trends;

/// <summary>
/// Finds what bursts this week against the trailing weeks: terms that more people use (<see cref="TermPostings"/>), and crowds who
/// tell the like in words that are each nothing new (<see cref="CrowdFinder"/>). Counts people, not posts, so that a loud account
/// makes no trend; compares shares of the week, so that a busy week makes none; and takes a burst only when it would be rare even
/// among all looks taken (as Benjamini and Hochberg correct for many looks). The strongest goes first and takes its mentions with
/// it, so that one happening is one trend, however many of its words burst.
/// </summary>
/// <param name="mentions">The week's mentions that count, in order.</param>
/// <param name="week">The same by their terms.</param>
/// <param name="reader">Reads their words.</param>
/// <param name="history">The trailing weeks.</param>
internal sealed class TrendFinder(IReadOnlyList<ReadMention> mentions, TermPostings week, TermReader reader, History history)
{
    private const int FewestPeople = 5;
    private const int FewestOfCrowd = 6;
    private const int EnoughPeople = 25;
    private const double LeastShare = 0.016;
    private const double LeastRatio = 2;
    private const double MostChance = 0.3;
    private const double ShareOfTerms = 0.4; // of the chance of being wrong that is allowed; the rest is the crowds'
    private const int FewestLooked = 100;
    private const int MostTrends = 12;
    private const double MayBelong = 0.001;

    // A handful is worth telling in a small week and lost in the noise of a large one.
    private readonly int _fewest = Math.Clamp((int)Math.Ceiling(LeastShare * week.Mentions), FewestPeople, EnoughPeople);
    private readonly List<Trend> _found = [];
    private readonly HashSet<int> _taken = [];

    /// <summary>The trends, strongest first; none without a week to compare with.</summary>
    public IReadOnlyList<Trend> Find(CancellationToken stop)
    {
        if (history.HeardWeeks.Count == 0)
            return [];
        var terms = week.Terms(_fewest);
        if (terms.Count == 0)
            return [];
        var bursts = terms.Select(Measured).Where(burst => burst.Chance <= MayBelong).ToList();
        var crowds = new CrowdFinder(mentions, reader, history, Math.Max(_fewest, FewestOfCrowd));
        // Terms that the very same mentions use are one look.
        var looks = terms.Select(term => week.Mentioning(term)).Select(uses => (uses.Count, uses[0], uses[^1], uses[uses.Count / 2])).Distinct().Count();
        var usually = terms.Average(term => Math.Sqrt(Told(week.NameOf(term), week.Mentioning(term).Count)));
        var leads = bursts.ConvertAll(burst => new Lead(burst, null, Math.Max(FewestLooked, looks) / ShareOfTerms * usually / Math.Sqrt(Told(burst.Name, burst.People))));
        leads.AddRange(crowds.Find(stop).Select(crowd => Measured(crowd, terms, crowds.Seeds)).OfType<Lead>());
        while (_found.Count < MostTrends && Strongest(leads) is { } lead && lead.Adjusted <= MostChance * (_found.Count + 1))
            Take(lead, lead.Crowd is { } crowd ? [.. crowds.AllOf(crowd).Where(mention => !_taken.Contains(mention))] : Members(lead.Burst, bursts));
        return _found;
    }

    /// <summary>What burst last week and is going back; to be asked for after <see cref="Find"/>.</summary>
    public IReadOnlyList<Trend> Fading() => new FadingTrends(mentions, history, _fewest).Find(_found, reader);

    // Of two terms that surprise alike the one that more people use, now and before, is less likely to be a whim of the week.
    private double Told(string name, int now) => now + history.Authors(name);

    private Burst Measured(Term term)
    {
        var name = week.NameOf(term);
        return new Burst(term, name, history.BaselineOf(name), week.Mentions).With(week.People(term, []));
    }

    // A crowd is called after the term that stands for it best: that most of it uses and few others do.
    private Lead? Measured(Crowd crowd, List<Term> terms, int seeds)
    {
        var members = crowd.Members.ToHashSet();
        var best = terms.Select(term => (Term: term, Fit: Fit(term, members)))
            .OrderByDescending(term => term.Fit).ThenBy(term => TermReader.IsOfStems(term.Term)).ThenBy(term => week.NameOf(term.Term), StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Fit > 0
            ? new(new Burst(best.Term, week.NameOf(best.Term), crowd.Usual, crowd.Looked).With(crowd.People), crowd, Math.Max(FewestLooked, seeds) / (1 - ShareOfTerms))
            : null;
    }

    private double Fit(Term term, HashSet<int> members)
    {
        var mentioning = week.Mentioning(term);
        var both = mentioning.Count(members.Contains);
        return both * (double)both / members.Count / mentioning.Count;
    }

    private Lead? Strongest(List<Lead> leads)
    {
        Lead? best = null;
        foreach (var lead in leads)
        {
            var left = Left(lead);
            if (left is null || left.Burst.People < LeastRatio * left.Burst.Usual)
                continue;
            if (best is null || left.ComparedTo(best) < 0)
                best = left;
        }
        return best;
    }

    // What is left of it without the mentions of stronger ones.
    private Lead? Left(Lead lead)
    {
        if (lead.Crowd is not { } crowd)
            return week.People(lead.Burst.Term, _taken) is var people && people >= _fewest ? lead with { Burst = lead.Burst.With(people) } : null;
        if (_taken.Count == 0)
            return lead;
        var left = crowd.Members.Where(member => !_taken.Contains(member)).ToList();
        var authors = left.Select(member => (mentions[member].Mention.Id.Source, mentions[member].Mention.Author)).Distinct().Count() - 1;
        return 2 * left.Count >= crowd.Members.Count && authors >= Math.Max(_fewest, FewestOfCrowd) ? lead with { Burst = lead.Burst.With(authors) } : null;
    }

    private void Take(Lead lead, IReadOnlyList<int> members)
    {
        _taken.UnionWith(members);
        var same = _found.FindIndex(trend => TermReader.ShareStem(trend.Lead, lead.Burst.Term) || trend.Lead == lead.Burst.Term);
        if (same >= 0)
        {
            _found[same] = _found[same] with { Members = [.. _found[same].Members.Concat(members).Order()] };
            return;
        }
        var weeks = Math.Max(lead.Burst.Baseline.WeeksBursting, history.BaselineOf(lead.Burst.Name).WeeksBursting);
        var (usual, people) = (lead.Burst.Baseline.Usual(week.Mentions), PeopleOf(members));
        _found.Add(new(lead.Burst.Term, lead.Burst.Name, members, usual, lead.Burst.People / lead.Burst.Usual, lead.Burst.Chance)
        {
            State = weeks > 0 && history.Last is not null ? TrendState.Persistent : TrendState.Emerging,
            Weeks = history.Last is null ? 1 : weeks + 1,
            People = people,
        });
    }

    private int PeopleOf(IEnumerable<int> members) =>
        members.Select(member => (mentions[member].Mention.Id.Source, mentions[member].Mention.Author)).Distinct().Count();

    // Who tells of it: everybody who uses the lead, and who uses several of the terms that burst along with it.
    private List<int> Members(Burst lead, List<Burst> bursts) => new BurstMembers(week, _taken).Of(lead, bursts);

    private sealed record Lead(Burst Burst, Crowd? Crowd, double Looks)
    {
        public double Adjusted => Burst.Chance * Looks;

        public int ComparedTo(Lead other) => Adjusted != other.Adjusted ? Adjusted.CompareTo(other.Adjusted) : Burst.ComparedTo(other.Burst);
    }
}
