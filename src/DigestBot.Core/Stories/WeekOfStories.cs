namespace DigestBot.Core.Stories;

/// <summary>A week, grouped: what grouping makes of its mentions.</summary>
/// <param name="Summary">The week in numbers, for later weeks.</param>
/// <param name="Stories">Its stories, most mentions first, then key.</param>
public sealed record WeekOfStories(WeekSummary Summary, IReadOnlyList<Story> Stories)
{
    /// <summary>What bursts, strongest first, then what is going back; each mention is in at most one of those that burst.</summary>
    public IReadOnlyList<WeekTrend> Trends { get; init; } = [];
}
