using System.Globalization;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Names with commas between them.</summary>
internal sealed class NamesField(string id, string label) : FormField(id, label)
{
    /// <summary>At most so many UTF-16 units.</summary>
    public const int Longest = 1_500;

    private const int Most = 20;
    private const int LongestName = 80;

    /// <summary>The names in what was filled in; each once, whatever the case.</summary>
    public static IReadOnlyList<string> Read(string value) =>
        [.. value.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        var names = Read(value);
        if (names.Count > Most)
            return $"At most {Most} names, please.";
        return names.FirstOrDefault(name => name.Length is < 2 or > LongestName) is { } wrong
            ? $"\"{wrong[..Math.Min(wrong.Length, 30)]}\" must have 2 to {LongestName} characters. Put commas between names."
            : null;
    }
}

/// <summary>A time of day, as <c>08:00</c>.</summary>
internal sealed class TimeField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    public override string Missing => "Please choose a time.";

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : Missing;
}

/// <summary>The zone that days and times are meant in. A text, because there are more zones than a list can hold.</summary>
internal sealed class ZoneField(string id, string label) : FormField(id, label)
{
    /// <summary>At most so many UTF-16 units.</summary>
    public const int Longest = 60;

    /// <inheritdoc />
    public override string Missing => "Please name a time zone, for example Europe/Paris.";

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId)
            return null;
        return Nearest.To(value, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id)) is { } near
            ? $"I do not know this time zone. Did you mean {near}?"
            : "I do not know this time zone. Name it by region and city, for example Europe/Paris.";
    }
}
