namespace DigestBot.Core.Stories;

/// <summary>What grouping is told beside the mentions themselves.</summary>
public sealed record GroupingHints
{
    /// <summary>Nothing is known: a whole week, no zone, no curators.</summary>
    public static GroupingHints None { get; } = new();

    /// <summary>The zone that the week's days are read in; without one the days stay unknown.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>What of the week has passed. Default: all of it.</summary>
    public WeekPart Passed { get; init; } = WeekPart.Whole;

    /// <summary>What curators said of pairs of mentions, oldest first; of two that contradict each other the later one counts.</summary>
    public IReadOnlyList<SameStory> SameStories { get; init; } = [];
}
