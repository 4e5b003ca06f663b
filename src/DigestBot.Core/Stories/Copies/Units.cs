namespace DigestBot.Core.Stories.Copies;

/// <summary>What people write right after a number: "7hrs", "5pm", "20kg".</summary>
internal static class Units
{
    private const int Longest = 8;
    private static readonly string[] All =
        ["h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "sec", "secs", "am", "pm", "km", "kg", "gb", "mb", "usd", "eur", "gbp", "euro", "euros", "days", "weeks", "months", "years", "yrs"];

    /// <summary>One of them stands here as a whole word.</summary>
    public static bool StandAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length <= Longest && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        foreach (var unit in All)
        {
            if (text[..length].Equals(unit, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
