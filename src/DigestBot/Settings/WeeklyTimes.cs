using System.Globalization;
using DigestBot.Core.Editions;

namespace DigestBot.Settings;

/// <summary>Reads <c>Friday 15:00</c>.</summary>
internal static class WeeklyTimes
{
    /// <summary>What is accepted; English weekday, 24-hour time.</summary>
    public const string Pattern = "^(?i)(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) ([01][0-9]|2[0-3]):[0-5][0-9]$";

    /// <summary>What is told when it does not match.</summary>
    public const string Expected = "must be a weekday and a time, for example \"Friday 15:00\"";

    /// <summary>The time of the week.</summary>
    /// <param name="text">Matches <see cref="Pattern"/>; checked before.</param>
    public static WeeklyTime Parse(string text)
    {
        var parts = text.Split(' ');
        return new(Enum.Parse<DayOfWeek>(parts[0], ignoreCase: true), TimeOnly.ParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture));
    }
}
