using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>What is said when something is taken: words, a due date and a note ("bookings up by friday note: ask legal").</summary>
/// <param name="Words">The words, or null.</param>
/// <param name="Due">The date, or null.</param>
/// <param name="Fault">Why the date cannot be taken, for people; null when all is well.</param>
internal sealed record TakingWords(string? Words, DateOnly? Due, string? Fault)
{
    private const string NoteMark = "note:";
    private static readonly string[] Before = ["by", "until", "due", "bis", "on"];

    /// <summary>What stands after "note:", as it stands there, or null.</summary>
    public string? Note { get; private init; }

    /// <summary>Words and note together, where one place takes both.</summary>
    public string? All => Words is null || Note is null ? Words ?? Note : $"{Words}. {Note}";

    /// <summary>
    /// Splits the words; the date is what stands after the last "by", as far as it makes a date. What stands after "note:" is
    /// taken as it is: no date is looked for in it.
    /// </summary>
    /// <param name="text">What was typed after number and person.</param>
    /// <param name="today">Today where the person is.</param>
    public static TakingWords Read(string text, DateOnly today)
    {
        var mark = $" {text}".IndexOf($" {NoteMark}", StringComparison.OrdinalIgnoreCase);
        return mark < 0
            ? ReadWords(text, today)
            : ReadWords(text[..mark], today) with { Note = Blank(text[(mark + NoteMark.Length)..]) };
    }

    private static TakingWords ReadWords(string text, DateOnly today)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = words.Length - 1; at >= 0; at--)
        {
            if (!Before.Contains(words[at], StringComparer.OrdinalIgnoreCase))
                continue;
            if (Longest(words, at + 1, today) is var (date, length))
                return Checked(Join([.. words[..at], .. words[(at + 1 + length)..]]), date, today);
            // "by friyday" as all that was said must have been meant as a date; inside a sentence it is a word.
            if (at == 0)
                return new(null, null, $"I do not understand the date '{Refuse.Short(Join(words[1..]) ?? "")}'. Write it as {DueDate.Examples}.");
        }
        return new(Join(words), null, null);
    }

    /// <summary>A date that must be given, with or without "by" before it.</summary>
    public static TakingWords ReadDate(string text, DateOnly today) => DueDate.TryParse(text.Trim(), today, out var date)
        ? Checked(null, date, today)
        : Read(Before.Any(word => text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)) ? text : "by " + text, today);

    private static TakingWords Checked(string? words, DateOnly date, DateOnly today) => date < today
        ? new(words, null, $"{date:yyyy-MM-dd} has passed. Write a date from today on, as {DueDate.Examples}.")
        : new(words, date, null);

    private static (DateOnly Date, int Length)? Longest(string[] words, int from, DateOnly today)
    {
        for (var length = Math.Min(4, words.Length - from); length > 0; length--)
        {
            if (DueDate.TryParse(string.Join(' ', words.Skip(from).Take(length)).TrimEnd('.', '!'), today, out var date))
                return (date, length);
        }
        return null;
    }

    private static string? Join(string[] words) => Blank(string.Join(' ', words).Trim('"', '“', '”', ' ', ','));

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
