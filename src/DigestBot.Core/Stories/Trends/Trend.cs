using DigestBot.Core.Stories.Terms;

namespace DigestBot.Core.Stories.Trends;

/// <summary>Something that far more people than usual tell of this week, or told of last week.</summary>
/// <param name="Lead">The term that gave it away, or that stands for it best.</param>
/// <param name="Term">Its name in summaries.</param>
/// <param name="Members">Which of the week's mentions tell of it, by their place; in order.</param>
/// <param name="Usual">People usual at this week's volume.</param>
/// <param name="Ratio">People this week by people usual.</param>
/// <param name="Chance">How likely chance alone makes such a count, before correcting for the number of terms looked at.</param>
internal sealed record Trend(Term Lead, string Term, IReadOnlyList<int> Members, double Usual, double Ratio, double Chance)
{
    /// <summary>Unique authors of its mentions.</summary>
    public int People { get; init; }

    /// <summary>Where it stands.</summary>
    public TrendState State { get; init; }

    /// <summary>Weeks in a row up to this one in which it burst; for what fades, up to the last one.</summary>
    public int Weeks { get; init; } = 1;
}
