using DigestBot.Core.Stories.Terms;

namespace DigestBot.Core.Stories.Trends;

/// <summary>A term and how unusual it is this week.</summary>
/// <param name="Term">The term.</param>
/// <param name="Name">Its name in summaries.</param>
/// <param name="Baseline">What is usual.</param>
/// <param name="Mentions">Mentions that were looked at.</param>
internal sealed record Burst(Term Term, string Name, Baseline Baseline, int Mentions)
{
    /// <summary>Who uses it this week.</summary>
    public int People { get; private init; }

    /// <summary>How likely chance alone makes so many.</summary>
    public double Chance { get; private init; }

    /// <summary>How many are usual.</summary>
    public double Usual => Baseline.Usual(Mentions);

    /// <summary>The same with so many people.</summary>
    public Burst With(int people) => this with { People = people, Chance = Baseline.Chance(people, Mentions) };

    /// <summary>Of terms that burst alike the one that people can be shown goes first, then by name.</summary>
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

/// <summary>Finds who tells of a burst: everybody who uses its term, and who uses several of the terms that burst along with it.</summary>
/// <param name="week">The week's mentions by their terms.</param>
/// <param name="taken">Mentions that tell of something stronger.</param>
internal sealed class BurstMembers(TermPostings week, HashSet<int> taken)
{
    private const double EnoughToBelong = 2;
    private const double MostlyAlong = 0.2;
    private const double LeastAlong = 0.08;

    /// <summary>By their place, in order.</summary>
    public List<int> Of(Burst lead, List<Burst> bursts)
    {
        var core = week.Mentioning(lead.Term).Where(mention => !taken.Contains(mention)).ToHashSet();
        var weights = new Dictionary<int, (double Weight, int Terms)>();
        foreach (var burst in bursts.Where(burst => burst.Term != lead.Term && BurstsAlong(burst.Term, core)))
        {
            foreach (var mention in week.Mentioning(burst.Term).Where(mention => !core.Contains(mention) && !taken.Contains(mention)))
            {
                var (weight, terms) = weights.GetValueOrDefault(mention);
                weights[mention] = (weight + Math.Log(burst.People / burst.Usual), terms + 1);
            }
        }
        return [.. core.Concat(weights.Where(mention => mention.Value is { Weight: >= EnoughToBelong, Terms: >= 2 }).Select(mention => mention.Key)).Order()];
    }

    private bool BurstsAlong(Term term, HashSet<int> core)
    {
        var mentions = week.Mentioning(term);
        var along = mentions.Count(core.Contains);
        return along >= 2 && along >= LeastAlong * core.Count && along >= MostlyAlong * mentions.Count;
    }
}
