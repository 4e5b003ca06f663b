using System.Globalization;
using System.Text;

namespace DigestBot.Core.FollowUps;

/// <summary>
/// Dates as people say them. A weekday is the next one, never today; "next friday" is the Friday of next week, "next week" that
/// same Friday; a day without a year is the next one of that name. English, and the commonest words of German and Spanish.
/// </summary>
public static class DueDate
{
    private const int LongestText = 40;
    private const int FarthestCount = 500;

    /// <summary>What to write instead of what was not understood.</summary>
    public const string Examples = "friday, tomorrow, in 2 weeks, end of month, 1 dec or 2026-12-01";

    private static readonly string[][] Days =
    [
        ["monday", "mon", "montag", "lunes"], ["tuesday", "tue", "tues", "dienstag", "martes"],
        ["wednesday", "wed", "mittwoch", "miercoles"], ["thursday", "thu", "thur", "thurs", "donnerstag", "jueves"],
        ["friday", "fri", "freitag", "viernes"], ["saturday", "sat", "samstag", "sonnabend", "sabado"],
        ["sunday", "sun", "sonntag", "domingo"],
    ];

    private static readonly string[][] Months =
    [
        ["january", "jan", "januar", "enero"], ["february", "feb", "februar", "febrero"], ["march", "mar", "marz", "marzo"],
        ["april", "apr", "abril"], ["may", "mai", "mayo"], ["june", "jun", "juni", "junio"], ["july", "jul", "juli", "julio"],
        ["august", "aug", "agosto"], ["september", "sep", "sept", "septiembre"], ["october", "oct", "oktober", "okt", "octubre"],
        ["november", "nov", "noviembre"], ["december", "dec", "dezember", "dez", "diciembre", "dic"],
    ];

    private static readonly string[][] Numbers =
    [
        [], ["a", "an", "one", "einem", "einer", "un", "una"], ["two", "zwei", "dos"], ["three", "drei", "tres"],
        ["four", "vier", "cuatro"], ["five", "funf", "cinco"], ["six", "sechs", "seis"],
    ];

    /// <summary>Reads a date.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">Today where the person is.</param>
    /// <param name="date">The date, which may lie in the past when it was written in full or as "this monday"; at most some forty years ahead.</param>
    /// <returns>False when it is not a date that this knows.</returns>
    public static bool TryParse(string? text, DateOnly today, out DateOnly date)
    {
        var parsed = text is { Length: > 0 and <= LongestText } ? Parse(Words(text), today) : null;
        date = parsed ?? default;
        return parsed is not null;
    }

    private static DateOnly? Parse(string[] words, DateOnly today) => words switch
    {
        ["today" or "heute" or "hoy"] => today,
        ["tomorrow" or "morgen" or "manana"] => today.AddDays(1),
        ["ubermorgen"] or ["day", "after", "tomorrow"] or ["pasado", "manana"] => today.AddDays(2),
        ["end", "of", ("week" or "month" or "quarter" or "year") and var period] => EndOf(period, today),
        ["eow" or "wochenende"] => EndOf("week", today),
        ["eom" or "monatsende"] or ["fin", "de", "mes"] => EndOf("month", today),
        ["next" or "nachste" or "nachsten" or "proxima" or "proximo", var what] => Next(what, today),
        ["this" or "diesen" or "este", var day] => InWeekOf(today, IndexOf(Days, day)),
        ["in" or "en", var count, var unit] => In(NumberOf(count), unit, today),
        [var day] when IndexOf(Days, day) is >= 0 and var weekday => Following(today, weekday),
        [var written] => Iso(written) ?? Dotted(written, today),
        _ => DayAndMonth([.. words.Where(word => word is not ("of" or "de" or "the"))], today),
    };

    private static DateOnly? Next(string what, DateOnly today) => what switch
    {
        "week" or "woche" or "semana" => InWeekOf(today.AddDays(7), 4),
        "month" or "monat" or "mes" => EndOf("month", FirstOfNextMonth(today)),
        _ => InWeekOf(today.AddDays(7), IndexOf(Days, what)),
    };

    private static DateOnly? In(int? count, string unit, DateOnly today) => (count, unit) switch
    {
        (null or > FarthestCount, _) => null,
        (_, "day" or "days" or "tag" or "tagen" or "dia" or "dias") => today.AddDays(count.Value),
        (_, "week" or "weeks" or "woche" or "wochen" or "semana" or "semanas") => today.AddDays(7 * count.Value),
        (_, "month" or "months" or "monat" or "monaten" or "mes" or "meses") => today.AddMonths(count.Value),
        _ => null,
    };

    private static DateOnly EndOf(string period, DateOnly today) => period switch
    {
        "week" => today.DayOfWeek == DayOfWeek.Friday ? today : Following(today, 4),
        "month" => FirstOfNextMonth(today).AddDays(-1),
        "quarter" => new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3).AddDays(-1),
        _ => new DateOnly(today.Year, 12, 31),
    };

    // 1 dec, dec 1, 1. dezember 2026, 1st december
    private static DateOnly? DayAndMonth(string[] words, DateOnly today)
    {
        if (words.Length is < 2 or > 3)
            return null;
        var year = words.Length == 3 ? Whole(words[2], 1, 9000) : null;
        if (words.Length == 3 && year is null)
            return null;
        var (day, month) = IndexOf(Months, words[0]) >= 0 ? (words[1], words[0]) : (words[0], words[1]);
        return On(Whole(Ordinal(day), 1, 31), IndexOf(Months, month) + 1, year, today);
    }

    // 1.12. and 1.12.2026; 1/12 stays unread, since half the world means January by it.
    private static DateOnly? Dotted(string written, DateOnly today)
    {
        var parts = written.TrimEnd('.').Split('.');
        if (parts.Length is < 2 or > 3)
            return null;
        var year = parts.Length == 3 ? Whole(parts[2], 1000, 9000) : null;
        return parts.Length == 3 && year is null ? null : On(Whole(parts[0], 1, 31), Whole(parts[1], 1, 12) ?? 0, year, today);
    }

    private static DateOnly? On(int? day, int month, int? year, DateOnly today)
    {
        if (day is null || month < 1)
            return null;
        // Without a year it is the next one that exists: 29 February waits for its leap year.
        for (var at = year ?? today.Year; at <= (year ?? today.Year + 8); at++)
        {
            if (day <= DateTime.DaysInMonth(at, month) && new DateOnly(at, month, day.Value) is var date && (year is not null || date >= today))
                return date;
        }
        return null;
    }

    private static DateOnly? Iso(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1000 and <= 9000 ? date : null;

    private static DateOnly Following(DateOnly today, int weekday) => today.AddDays(((weekday - Weekday(today) + 6) % 7) + 1);

    private static DateOnly? InWeekOf(DateOnly day, int weekday) => weekday < 0 ? null : day.AddDays(weekday - Weekday(day));

    private static int Weekday(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    private static DateOnly FirstOfNextMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private static int? NumberOf(string word) => IndexOf(Numbers, word) is > 0 and var number ? number : Whole(word, 1, int.MaxValue);

    private static int? Whole(string word, int least, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static string Ordinal(string day) =>
        day.Length > 2 && day[^2..] is "st" or "nd" or "rd" or "th" ? day[..^2] : day.TrimEnd('.');

    private static int IndexOf(string[][] names, string word) => Array.FindIndex(names, synonyms => synonyms.Contains(word, StringComparer.Ordinal));

    // Lower case without accents, so that "miércoles", "März" and "MANANA" are found.
    private static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            folded.Append(rune.ToString());
        var plain = string.Concat(folded.ToString().Normalize(NormalizationForm.FormD).Where(letter =>
            CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
        return plain.ToLowerInvariant().Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
    }
}
