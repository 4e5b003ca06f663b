using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking;

/// <summary>What the week's customers complain of, by how many do: what a board is asked about first.</summary>
internal sealed class Concerns
{
    private const int MostLookedAt = 60;
    private readonly Dictionary<string, int> _people;
    private readonly List<RankedStory> _mostTold;

    public Concerns(IReadOnlyList<RankedStory> candidates)
    {
        _people = candidates
            .Where(IsConcern)
            .DistinctBy(candidate => candidate.Story.Key, StringComparer.Ordinal)
            .ToDictionary(candidate => candidate.Story.Key, candidate => Complaining(candidate.Story), StringComparer.Ordinal);
        _mostTold = [.. candidates
            .Where(candidate => People(candidate) > 0)
            .OrderByDescending(People)
            .ThenBy(candidate => candidate.Story.Key, StringComparer.Ordinal)
            .Take(MostLookedAt)];
    }

    /// <summary>Concerns of at least so many people that stand for what is around them, most people first, then by key.</summary>
    public IEnumerable<RankedStory> Leading(double fewest) => _mostTold.Where(concern => People(concern) >= fewest && Leads(concern));

    // People who complain of it; 0 for what is no concern.
    private int People(RankedStory candidate) => _people.GetValueOrDefault(candidate.Story.Key);

    /// <summary>The same with those who complain of a part of it, or of the whole that it is a part of: lost luggage, and luggage.</summary>
    public int PeopleAround(RankedStory candidate) => Around(candidate).Sum(People) + People(candidate);

    // Of luggage and lost luggage the one with more people stands for both.
    private bool Leads(RankedStory candidate) => !Around(candidate).Any(other => People(other) > People(candidate));

    private IEnumerable<RankedStory> Around(RankedStory candidate) => _mostTold
        .Where(other => other.Story.Key != candidate.Story.Key && Subjects.IsPart(other.Story.Subject, candidate.Story.Subject));

    private static bool IsConcern(RankedStory candidate) =>
        candidate.Kind is TouchPointKind.Issue || (candidate.Kind is TouchPointKind.Trend && candidate.Story.Kind is MentionKind.Issue);

    private static int Complaining(Story story) => story.Mentions
        .Where(read => read.Insight.Kind is MentionKind.Issue)
        .DistinctBy(read => (read.Mention.Id.Source, read.Mention.Author))
        .Count();
}
