namespace DigestBot.Sources;

/// <summary>What a mention from outside may hold at most, whatever source it comes from.</summary>
internal static class MentionLimits
{
    /// <summary>Longest id, author and source name, in characters: every store has to index them.</summary>
    public const int LongestName = 512;

    /// <summary>Largest count: more than any network has ever counted, and little enough that a week of them cannot overflow a sum.</summary>
    public const long MostCounted = 1_000_000_000_000;

    /// <summary>What a time looks like, for reasons.</summary>
    public const string TimeExpected = "a time such as 2025-06-02T08:00:00Z";

    /// <summary>A time that a calendar can work with in every zone.</summary>
    public static bool IsPlausible(DateTimeOffset time) => time.Year is >= 1970 and < 2200;
}
