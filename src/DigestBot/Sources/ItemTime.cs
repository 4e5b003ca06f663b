using System.Globalization;

namespace DigestBot.Sources;

/// <summary>Reads the times of vendors; null for what is no time that a calendar can work with.</summary>
internal static class ItemTime
{
    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    public static DateTimeOffset? Iso(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? Plausible(time) : null;

    /// <summary>Seconds since 1970.</summary>
    public static DateTimeOffset? Seconds(double? seconds) =>
        seconds is >= 0 and < 7_258_118_400 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds.Value) : null; // the year 2200

    /// <summary>Milliseconds since 1970.</summary>
    public static DateTimeOffset? Milliseconds(double? milliseconds) => Seconds(milliseconds / 1000);

    private static DateTimeOffset? Plausible(DateTimeOffset time) => MentionLimits.IsPlausible(time) ? time : null;
}
