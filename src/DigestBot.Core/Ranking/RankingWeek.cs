using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>What signals may look at beside the story itself.</summary>
public sealed record RankingWeek
{
    /// <summary>This week in numbers.</summary>
    public required WeekSummary Now { get; init; }

    /// <summary>The trailing eight weeks, oldest first; null for a week without data.</summary>
    public required IReadOnlyList<WeekSummary?> Before { get; init; }

    /// <summary>Imported customers by handle, folded to lower case without <c>@</c>.</summary>
    public IReadOnlyDictionary<string, Customer> Customers { get; init; } = new Dictionary<string, Customer>(StringComparer.Ordinal);

    /// <summary>What curators and executives taught; one lesson a person and story.</summary>
    public IReadOnlyList<Feedback> Feedback { get; init; } = [];

    /// <summary>Highest reach of a story of this week; what reach is measured against.</summary>
    public required long HighestReach { get; init; }

    /// <summary>Highest engagement of a story of this week.</summary>
    public required long HighestEngagement { get; init; }

    /// <summary>What of the week has passed; the weeks before are looked at in the same days.</summary>
    public WeekPart Passed { get; init; } = WeekPart.Whole;

    /// <summary>Sources with a gap in this week or the trailing ones: no trend is claimed on them.</summary>
    public IReadOnlySet<string> Gaps { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How much more people than usual speak at all this week; 1 without history. What is left after it is a story's own burst.</summary>
    public double Surge
    {
        get
        {
            var heard = Before.OfType<WeekSummary>().Where(week => week.Authors > 0).ToList();
            return heard.Count == 0 || Now.Authors == 0 ? 1 : Now.Authors / heard.Average(week => week.Authors);
        }
    }

    /// <summary>A source of the story could not be heard in full, so nothing is claimed about its change.</summary>
    public bool HasGap(Story story) => Gaps.Count > 0 && story.Sources.Any(Gaps.Contains);

    /// <summary>Imported customers among the story's authors, by account name.</summary>
    public IReadOnlyList<Customer> AccountsIn(Story story) =>
        Customers.Count == 0
            ? []
            : [.. story.Mentions
                .Select(read => Customers.GetValueOrDefault(read.Mention.Author.TrimStart('@').ToLowerInvariant()))
                .OfType<Customer>()
                .DistinctBy(customer => customer.Account, StringComparer.Ordinal)
                .OrderBy(customer => customer.Account, StringComparer.Ordinal)];
}

/// <summary>A customer from an imported list.</summary>
/// <param name="Handle">Handle in the sources, folded to lower case without <c>@</c>.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="Tier">The company's own word, for example <c>key</c>, <c>gold</c>.</param>
public sealed record Customer(string Handle, string Account, string Tier);

/// <summary>A story with its place.</summary>
/// <param name="Story">The story.</param>
/// <param name="Kind">As what it stands in the edition.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">Clauses with numbers, strongest first; at least one.</param>
public sealed record RankedStory(Story Story, TouchPointKind Kind, double Score, IReadOnlyList<string> Reasons);

/// <summary>What a touch point is.</summary>
public enum TouchPointKind
{
    /// <summary>Something went well; it can be thanked for.</summary>
    Win = 0,

    /// <summary>Something is wrong; it can be followed up.</summary>
    Issue = 1,

    /// <summary>Something changes: more, fewer or other talk than usual.</summary>
    Trend = 2,

    /// <summary>Customers ask for something; it can be picked.</summary>
    Suggestion = 3,
}
