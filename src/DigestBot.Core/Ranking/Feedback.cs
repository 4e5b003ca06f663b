namespace DigestBot.Core.Ranking;

/// <summary>What a person taught the ranking.</summary>
/// <param name="StoryKey">The story it is about.</param>
/// <param name="Value">-1 (not useful) to 1 (should have been in, picked).</param>
/// <param name="At">When, UTC.</param>
public sealed record Feedback(string StoryKey, double Value, DateTimeOffset At)
{
    /// <summary>Who: an opaque id, so that one person has one vote; empty where nobody is known, who then counts as one.</summary>
    public string By { get; init; } = "";

    /// <summary>Why, in the person's own words or those of a list; null when nothing was said. Private: never in a log.</summary>
    public string? Reason { get; init; }

    /// <summary>As what the story stood in an edition; null when it stood in none that is known.</summary>
    public TouchPointKind? Kind { get; init; }

    /// <summary>Its department, or null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>It stood among the ten, so what was wanted of it was picked; otherwise it was missed there.</summary>
    public bool StoodInTheTen { get; init; }

    /// <summary>Its words, from the key: "lost luggage" of <c>issue:lost luggage</c>; empty for copies, whose key has none.</summary>
    public string Subject => StoryKey.StartsWith("copy:", StringComparison.Ordinal) ? "" : StoryKey[(StoryKey.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
