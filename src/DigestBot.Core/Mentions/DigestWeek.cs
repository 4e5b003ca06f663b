using System.Globalization;

namespace DigestBot.Core.Mentions;

/// <summary>An ISO 8601 week, read in some zone. It stands with the mentions because every later stage counts by it.</summary>
/// <param name="Year">ISO week-numbering year.</param>
/// <param name="Number">1 to 53.</param>
public readonly record struct DigestWeek(int Year, int Number) : IComparable<DigestWeek>
{
    private const int Earliest = 1970; // nobody posted before, and there must be weeks before it to compare with

    /// <summary>The week in which <paramref name="instant"/> lies, seen from <paramref name="zone"/>.</summary>
    public static DigestWeek Of(DateTimeOffset instant, TimeZoneInfo zone) =>
        Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    /// <summary>The week of a date.</summary>
    public static DigestWeek Of(DateOnly date)
    {
        var at = date.ToDateTime(TimeOnly.MinValue);
        return new(ISOWeek.GetYear(at), ISOWeek.GetWeekOfYear(at));
    }

    /// <summary>Its Monday.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>Its Sunday.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The week before.</summary>
    public DigestWeek Previous => Plus(-1);

    /// <summary>The week after.</summary>
    public DigestWeek Next => Plus(1);

    /// <summary>The week <paramref name="weeks"/> later; earlier when negative.</summary>
    public DigestWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>How many weeks lie between this one and <paramref name="earlier"/>; negative when that one is later.</summary>
    public int WeeksSince(DigestWeek earlier) => (Monday.DayNumber - earlier.Monday.DayNumber) / 7;

    /// <summary>Monday 00:00 in the zone, inclusive, with the zone's offset of that moment.</summary>
    public DateTimeOffset From(TimeZoneInfo zone) => Midnight(Monday, zone);

    /// <summary>The next Monday 00:00 in the zone, exclusive.</summary>
    public DateTimeOffset To(TimeZoneInfo zone) => Midnight(Monday.AddDays(7), zone);

    /// <summary>Reads <c>2025-W24</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="week">The week, when the text is one that exists (week 53 only in long years), from 1970 on.</param>
    public static bool TryParse(string? text, out DigestWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] is not ('W' or 'w'))
            return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        if (year is < Earliest or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
            return false;
        week = new(year, number);
        return true;
    }

    /// <summary><c>2025-W24</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");

    /// <inheritdoc />
    public int CompareTo(DigestWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>Earlier than.</summary>
    public static bool operator <(DigestWeek left, DigestWeek right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(DigestWeek left, DigestWeek right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(DigestWeek left, DigestWeek right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(DigestWeek left, DigestWeek right) => left.CompareTo(right) >= 0;

    // Where a zone springs forward at midnight, the day begins at the first moment that exists.
    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new(local, offset);
    }
}
