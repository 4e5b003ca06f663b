using System.Globalization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Words.</summary>
/// <param name="id">Its name in what is sent.</param>
/// <param name="label">What stands above it.</param>
/// <param name="longest">At most so many UTF-16 units, up to 3,000.</param>
internal sealed class TextField(string id, string label, int longest) : FormField(id, label)
{
    /// <summary>At most so many UTF-16 units.</summary>
    public int Longest => longest;

    /// <summary>At least so many UTF-16 units.</summary>
    public int Shortest { get; init; } = 1;

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Its line breaks are kept when it is typed.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>An example that stands in it while it is empty, or null.</summary>
    public string? Example { get; init; }

    /// <inheritdoc />
    public override string Missing => "Please write something.";

    /// <inheritdoc />
    protected override string Fitting(string value) => VisibleText.Cut(value, longest);

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        if (value.Length > longest)
            return $"Too long: at most {Phrases.Number(longest)} characters, please.";
        return value.Length < Shortest ? $"Too short: at least {Phrases.Number(Shortest)} characters, please." : null;
    }

    /// <inheritdoc />
    protected override string Written(string value) =>
        KeepsLines ? value : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An address of the web.</summary>
internal sealed class LinkField(string id, string label) : FormField(id, label)
{
    /// <summary>At most so many UTF-16 units.</summary>
    public const int Longest = 2_000;

    /// <inheritdoc />
    protected override string? Fitting(string value) => WebLink.OrNull(value) is { Length: <= Longest } link ? link : null;

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        WebLink.OrNull(value) is null ? "Please give a whole web address, beginning with https://, or leave it empty." : null;
}

/// <summary>A day, as <c>2026-11-27</c>.</summary>
internal sealed class DateField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    public override string Missing => "Please choose a date.";

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Missing;
        if (date < today)
            return "This date has passed. Please choose today or a later day.";
        return date > today.AddYears(2) ? "This is more than two years ahead. Please choose an earlier day." : null;
    }
}

/// <summary>Somebody of the platform, by id (<see cref="Person.Id"/>); typed as <c>@slack:U024</c>.</summary>
internal sealed class PersonField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    public override bool IsTypedFirst => true;

    /// <inheritdoc />
    public override string Missing => "Please choose somebody.";

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) => PlatformIds.IsId(value) ? null : Missing;

    /// <inheritdoc />
    protected override string Written(string value) => $"@{value}";
}

/// <summary>Several people of the platform: their ids with spaces between them.</summary>
internal sealed class PeopleField(string id, string label) : FormField(id, label)
{
    /// <summary>At most so many people.</summary>
    public const int Most = 20;

    /// <summary>The ids in what was filled in.</summary>
    public static IReadOnlyList<string> Read(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc />
    protected override string Fitting(string value) => string.Join(' ', Read(value).Take(Most));

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        Read(value) is { Count: <= Most } people && people.All(PlatformIds.IsId) ? null : $"Please choose at most {Most} people.";
}

/// <summary>A channel of the platform; typed as <c>slack:C024</c>.</summary>
internal sealed class ChannelField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    public override string Missing => "Please choose a channel.";

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) => PlatformIds.IsId(value) ? null : Missing;
}

/// <summary>One of several, from a list or all in sight.</summary>
/// <param name="id">Its name in what is sent.</param>
/// <param name="label">What stands above it.</param>
/// <param name="options">What there is to choose from, value and words: 1 to 100, at most 10 when all are in sight.</param>
internal sealed class ChoiceField(string id, string label, IReadOnlyList<(string Value, string Words)> options) : FormField(id, label)
{
    private const int LongestValue = 40;

    /// <summary>What there is to choose from, value and words.</summary>
    public IReadOnlyList<(string Value, string Words)> Options => options;

    /// <summary>All are in sight.</summary>
    public bool IsRadio { get; init; }

    /// <summary>What one of its values means when typed, where that differs from the value.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same field with what there is to choose from now.</summary>
    public ChoiceField Among(IReadOnlyList<(string Value, string Words)> now) =>
        new(Id, Label, now) { IsRadio = IsRadio, IsOptional = IsOptional, Hint = Hint, Before = Before, Meanings = Meanings };

    /// <inheritdoc />
    protected override string? Fitting(string value) => options.Any(option => option.Value == value) ? value : null;

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        value.Length <= LongestValue && value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? null : Missing;

    /// <inheritdoc />
    protected override string Written(string value) => Meanings.GetValueOrDefault(value, value);
}

/// <summary>The shape of the ids that platforms give people and channels.</summary>
internal static class PlatformIds
{
    private const int Longest = 200;

    /// <summary>It could be a <c>platform:id</c>: nothing in it that a parser would trip over.</summary>
    public static bool IsId(string text) => text.Length <= Longest
        && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < text.Length - 1
        && text[..colon].All(char.IsAsciiLetterLower)
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is ':' or '/' or '-' or '_' or '.' or '@')
        && char.IsAsciiLetterOrDigit(text[^1]);
}
