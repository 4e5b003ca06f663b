namespace DigestBot.Core.Stories;

/// <summary>Where a trend stands.</summary>
public enum TrendState
{
    /// <summary>New this week: the week before it was told no more than usual.</summary>
    Emerging = 0,

    /// <summary>It burst last week and still does.</summary>
    Persistent = 1,

    /// <summary>It burst last week and is going back.</summary>
    Fading = 2,
}

/// <summary>Something that far more people than usual tell of, or did last week.</summary>
/// <param name="Story">What is told: its subject is the trend's name, its mentions are all that tell of it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Weeks">Weeks in a row in which it burst, this one included unless it fades; at least 1.</param>
/// <param name="Usual">People usual at this week's volume of talk.</param>
/// <param name="Chance">How likely chance alone makes such a burst, 0 to 1, before correcting for the terms looked at.</param>
public sealed record WeekTrend(Story Story, TrendState State, int Weeks, double Usual, double Chance)
{
    /// <summary>Key of the week's story that tells it; null when none does.</summary>
    public string? ToldBy { get; init; }
}
