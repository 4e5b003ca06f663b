using DigestBot.Core.Stories.Terms;

namespace DigestBot.Core.Stories.Trends;

/// <summary>
/// Finds what bursts this week against the trailing weeks. Counts people, not posts, so that a loud account makes no trend;
/// compares shares of the week, so that a busy week makes none; and takes a burst only when it would be rare even among all
/// terms looked at (as Benjamini and Hochberg correct for many looks). The strongest goes first and takes its mentions with it, so that one happening is one
/// trend, however many of its words burst.
/// </summary>
/// <param name="week">The week's mentions by their terms.</param>
/// <param name="history">The trailing weeks.</param>
internal sealed class TrendFinder(TermPostings week, History history)
{
    private const int FewestPeople = 5;
    private const int EnoughPeople = 25;
    private const double LeastShare = 0.012;
    private const double LeastRatio = 2;
    private const double MostChance = 0.1;
    private const int FewestLooked = 100;
    private const int MostTrends = 12;
    // A term never heard before counts as heard this often, so that one new word in a short history is no sensation.
    private const double Unheard = 0.3;
    // People talk in waves even when nothing happens.
    private const double LeastScatter = 0.03;
    private const double MayBelong = 0.001;
    private const double EnoughToBelong = 2;
    private const double MostlyAlong = 0.2;

    // A handful is worth telling in a small week and lost in the noise of a large one.
    private readonly int _fewest = Math.Clamp((int)Math.Ceiling(LeastShare * week.Mentions), FewestPeople, EnoughPeople);

    /// <summary>The trends, strongest first; none without a week to compare with.</summary>
    public IReadOnlyList<Trend> Find()
    {
        var trends = new List<Trend>();
        if (history.Heard.Count == 0)
            return trends;
        var looked = week.Terms(_fewest);
        var bound = MostChance / Math.Max(FewestLooked, looked.Count);
        var bursts = looked.Select(Measured).Where(burst => burst.Chance <= MayBelong).ToList();
        var taken = new HashSet<int>();
        while (trends.Count < MostTrends && Strongest(bursts, taken) is { } lead && lead.Chance <= bound * (trends.Count + 1))
        {
            var members = Members(lead, bursts, taken);
            taken.UnionWith(members);
            var same = trends.FindIndex(trend => TermReader.ShareStem(trend.Lead, lead.Term));
            if (same >= 0)
                trends[same] = trends[same] with { Members = [.. trends[same].Members.Concat(members).Order()] };
            else
                trends.Add(new(lead.Term, lead.Name, members, lead.People / lead.Expected, lead.Chance));
        }
        return trends;
    }

    private Burst Measured(Term term)
    {
        var name = week.NameOf(term);
        var heard = history.Authors(name) + Unheard;
        var expected = heard / history.Volume * week.Mentions;
        // Not knowing the usual count well is a scatter of its own, large when the term was hardly ever heard.
        var scatter = Math.Max(LeastScatter, Scatter(history.AtVolume(name, week.Mentions), expected)) + (1 / heard);
        return new Burst(term, name, expected, scatter).With(week.People(term, []));
    }

    private static double Scatter(IReadOnlyList<double> counts, double expected)
    {
        if (counts.Count < 3 || expected <= 0)
            return 0;
        var mean = counts.Average();
        var variance = counts.Sum(count => (count - mean) * (count - mean)) / (counts.Count - 1);
        return (variance - expected) / (expected * expected);
    }

    private Burst? Strongest(List<Burst> bursts, HashSet<int> taken)
    {
        Burst? best = null;
        foreach (var burst in bursts)
        {
            var left = burst.With(week.People(burst.Term, taken));
            if (left.People < _fewest || left.People < LeastRatio * left.Expected)
                continue;
            if (best is null || left.ComparedTo(best.Value) < 0)
                best = left;
        }
        return best;
    }

    // Who tells of it: everybody who uses the lead, and who uses several of the terms that burst along with it.
    private List<int> Members(Burst lead, List<Burst> bursts, HashSet<int> taken)
    {
        var core = week.Mentioning(lead.Term).Where(mention => !taken.Contains(mention)).ToHashSet();
        var weights = new Dictionary<int, (double Weight, int Terms)>();
        foreach (var burst in bursts.Where(burst => burst.Term != lead.Term && BurstsAlong(burst.Term, core)))
        {
            foreach (var mention in week.Mentioning(burst.Term).Where(mention => !core.Contains(mention) && !taken.Contains(mention)))
            {
                var (weight, terms) = weights.GetValueOrDefault(mention);
                weights[mention] = (weight + Math.Log(burst.People / burst.Expected), terms + 1);
            }
        }
        return [.. core.Concat(weights.Where(mention => mention.Value is { Weight: >= EnoughToBelong, Terms: >= 2 }).Select(mention => mention.Key)).Order()];
    }

    private bool BurstsAlong(Term term, HashSet<int> core)
    {
        var mentions = week.Mentioning(term);
        var along = mentions.Count(core.Contains);
        return along >= 2 && along >= 0.08 * core.Count && along >= MostlyAlong * mentions.Count;
    }

    private readonly record struct Burst(Term Term, string Name, double Expected, double Scatter)
    {
        public int People { get; private init; }

        public double Chance { get; private init; }

        public Burst With(int people) => this with { People = people, Chance = Surprise.Chance(people, Expected, Scatter) };

        // Of terms that burst alike the one that people can be shown goes first, then the shorter.
        public int ComparedTo(Burst other)
        {
            if (Chance != other.Chance)
                return Chance.CompareTo(other.Chance);
            if (People != other.People)
                return other.People.CompareTo(People);
            var byKind = TermReader.IsOfStems(Term).CompareTo(TermReader.IsOfStems(other.Term));
            return byKind != 0 ? byKind : string.CompareOrdinal(Name, other.Name);
        }
    }
}
