using System.Globalization;

namespace DigestBot.Core.Platforms;

/// <summary>How a figure should strike the eye. Views choose the colour; the words never depend on it.</summary>
internal enum Tone
{
    /// <summary>Neither good nor bad.</summary>
    Plain = 0,

    /// <summary>As one would wish.</summary>
    Good = 1,

    /// <summary>Wants attention.</summary>
    Bad = 2,
}

/// <summary>A number with its comparison.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Value">As shown.</param>
/// <param name="Change">Against what it is compared, short ("▲ 18 %").</param>
/// <param name="Spoken">The same for a screen reader ("up 18 % on last week").</param>
/// <param name="Tone">How it strikes the eye.</param>
internal sealed record Figure(string Name, string Value, string Change, string Spoken, Tone Tone = Tone.Plain);

/// <summary>One clause of a facts line.</summary>
/// <param name="Text">As shown.</param>
/// <param name="IsStrong">Set in bold: who has it, what is late.</param>
internal sealed record Fact(string Text, bool IsStrong = false);

/// <summary>A line about what people did: a mark, what stands out, the rest.</summary>
/// <param name="Mark">An emoji that stands for the state.</param>
/// <param name="Strong">What stands out.</param>
/// <param name="Rest">What follows; may be empty.</param>
/// <param name="Tone">How it strikes the eye.</param>
internal sealed record StatusLine(string Mark, string Strong, string Rest, Tone Tone = Tone.Plain)
{
    /// <summary>Both parts as one text, without the mark.</summary>
    public string Words => Rest.Length == 0 ? Strong : $"{Strong} · {Rest}";
}

/// <summary>Numbers, dates and counted nouns in English, the same whatever the machine's culture is.</summary>
internal static class Phrases
{
    /// <summary>What separates two facts on a line.</summary>
    public const string Dot = " · ";

    /// <summary><c>12,431</c>.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 mention</c>, <c>12,431 mentions</c>.</summary>
    public static string Count(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    /// <summary><c>+0.21</c>, <c>0.00</c>, <c>−0.34</c>.</summary>
    public static string Signed(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("0.00", CultureInfo.InvariantCulture);
        return rounded switch { > 0 => $"+{digits}", < 0 => $"−{digits}", _ => digits };
    }

    /// <summary><c>41 %</c> of a share from 0 to 1.</summary>
    public static string Percent(double share) => $"{Number((long)Math.Round(share * 100, MidpointRounding.AwayFromZero))} %";

    /// <summary><c>9.6</c>, <c>2</c>, and without decimals from 10 on.</summary>
    public static string Ratio(double value) => value.ToString(value < 9.95 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    /// <summary><c>Fri</c>.</summary>
    public static string ShortDay(DateOnly date) => date.ToString("ddd", CultureInfo.InvariantCulture);

    /// <summary><c>Wednesday</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("dddd", CultureInfo.InvariantCulture);

    /// <summary><c>15 November</c>.</summary>
    public static string DayAndMonth(DateOnly date) => date.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary><c>15 November 2026</c>.</summary>
    public static string FullDate(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and 3 more</c>.</summary>
    /// <param name="names">At least one.</param>
    /// <param name="most">How many are named before the rest is counted.</param>
    public static string Listed(IReadOnlyList<string> names, int most)
    {
        if (names.Count == 1)
            return names[0];
        if (names.Count > most)
            return $"{string.Join(", ", names.Take(most))} and {Number(names.Count - most)} more";
        return $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    /// <summary>The name of a language in English; its code where that is not one we read.</summary>
    /// <param name="code">ISO 639-1.</param>
    public static string Language(string code) => code switch
    {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "pt" => "Portuguese",
        "nl" => "Dutch",
        "ja" => "Japanese",
        _ => code,
    };

    /// <summary>The name of a source as people read it: <c>app-store</c> becomes <c>App store</c>.</summary>
    public static string Source(string name)
    {
        var words = VisibleText.Line(name, 40).Replace('-', ' ').Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary><c>Wednesday 11 November, 10:30</c>, seen from the edition's zone.</summary>
    public static string Moment(DateTimeOffset instant, string zone) =>
        In(instant, zone).ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant, seen from the edition's zone; from UTC when this machine does not know the zone.</summary>
    public static DateOnly DayIn(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(In(instant, zone));

    private static DateTime In(DateTimeOffset instant, string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
        ? TimeZoneInfo.ConvertTime(instant, known).DateTime
        : instant.UtcDateTime;
}
