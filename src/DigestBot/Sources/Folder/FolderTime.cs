using System.Globalization;

namespace DigestBot.Sources.Folder;

/// <summary>Reads the times of exports, which are written in every way there is.</summary>
/// <param name="zone">Of times that say none.</param>
/// <param name="dayFirst">03/04 is the third of April.</param>
internal sealed class FolderTime(TimeZoneInfo zone, bool dayFirst)
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd",
        "dd-MMM-yyyy hh:mmtt", "dd-MMM-yyyy hh:mm tt", "dd-MMM-yyyy HH:mm", "dd-MMM-yyyy", "dd MMM yyyy HH:mm:ss", "dd MMM yyyy HH:mm", "dd MMM yyyy",
        "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "d.M.yyyy",
    ];

    private static readonly string[] Hours = ["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt", " h:mmtt", ", h:mm:ss tt", ", H:mm:ss"];

    private readonly string[] _formats = [.. Formats, .. Hours.Select(hours => (dayFirst ? "d/M/yyyy" : "M/d/yyyy") + hours)];

    /// <summary>The time, or null for what is none.</summary>
    public DateTimeOffset? Parse(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var counted))
            return counted > 100_000_000_000 ? ItemTime.Milliseconds(counted) : ItemTime.Seconds(counted);
        if (DateTime.TryParseExact(written, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local))
            return InZone(local);
        if (written.Contains('/') || !DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var parsed))
            return null; // with slashes it would be guessed which is the day
        return parsed.Kind == DateTimeKind.Unspecified ? InZone(parsed) : ItemTime.Iso(written);
    }

    // An hour that daylight saving skips is read as the one after it.
    private DateTimeOffset? InZone(DateTime local)
    {
        if (local.Year is < 1970 or >= 2200)
            return null;
        var there = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime();
    }
}
