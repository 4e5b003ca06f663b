using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Trends;

/// <summary>
/// Finds what burst last week and is going back: told far more than usual then, by clearly fewer people now. Only what people can
/// be shown by its name, a topic or a phrase, and only what somebody still tells.
/// </summary>
/// <param name="mentions">The week's mentions that count, in order.</param>
/// <param name="history">The trailing weeks.</param>
/// <param name="fewest">Fewest people of a trend.</param>
internal sealed class FadingTrends(IReadOnlyList<ReadMention> mentions, History history, int fewest)
{
    private const int Most = 3;
    private const double LeastRatio = 2;
    private const double MostChance = 0.05;
    private const double MostLeft = 0.6;

    /// <summary>The strongest of last week first; none of what is a trend of this week.</summary>
    public IReadOnlyList<Trend> Find(IReadOnlyList<Trend> rising, TermReader reader)
    {
        if (history.Last is not { } last || history.HeardWeeks.Count < 2)
            return [];
        var looked = last.Terms.Where(term => term.Authors >= fewest && IsReadable(term.Term)).ToList();
        var bound = MostChance / Math.Max(100, looked.Count);
        var taken = rising.SelectMany(trend => trend.Members).ToHashSet();
        var found = new List<Trend>();
        foreach (var (term, _) in looked.Select(term => (term.Term, Chance: ChanceLastWeek(term.Term)))
            .Where(term => term.Chance <= bound).OrderBy(term => term.Chance).ThenBy(term => term.Term, StringComparer.Ordinal))
        {
            if (found.Count < Most && Faded(term, reader) is { } trend && !IsToldBy(trend, taken) && !found.Exists(other => SaysTheSame(other.Term, term)))
            {
                found.Add(trend);
                taken.UnionWith(trend.Members);
            }
        }
        return found;
    }

    private static bool IsReadable(string term) =>
        term.Length > 2 && term[0] != TermReader.StemMark && term != TermReader.GeneralPraise && !term.Contains(':', StringComparison.Ordinal) && !term.Split(' ').All(word => StopWords.Contains(word));

    private double ChanceLastWeek(string term)
    {
        var (people, volume) = (history.LastAuthors(term), history.LastVolume);
        var earlier = history.EarlierBaselineOf(term);
        return people >= LeastRatio * earlier.Usual(volume) ? earlier.Chance((int)Math.Round(people), volume) : 1;
    }

    private Trend? Faded(string term, TermReader reader)
    {
        int[] members = [.. Enumerable.Range(0, mentions.Count).Where(place => Tells(mentions[place].Insight, term))];
        var people = members.Select(member => (mentions[member].Mention.Id.Source, mentions[member].Mention.Author)).Distinct().Count();
        var lastWeek = history.LastAuthors(term) / history.LastVolume * mentions.Count;
        if (people == 0 || people > MostLeft * lastWeek)
            return null;
        var earlier = history.EarlierBaselineOf(term);
        var usual = earlier.Usual(mentions.Count);
        return new(reader.TermOf(term), term, members, usual, people / usual, 1)
        {
            State = TrendState.Fading,
            Weeks = earlier.WeeksBursting + 1,
            People = people,
        };
    }

    private static bool Tells(Insight insight, string term) => insight.Topics.Contains(term) || insight.Phrases.Contains(term);

    private static bool SaysTheSame(string one, string other) => one.Split(' ').Intersect(other.Split(' '), StringComparer.Ordinal).Any(word => !StopWords.Contains(word));

    private static bool IsToldBy(Trend trend, HashSet<int> taken) => 2 * trend.Members.Count(taken.Contains) > trend.Members.Count;
}
