using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>The promise ledger in words. It opens every edition, also when there is nothing in it.</summary>
internal static class LedgerWords
{
    /// <summary>How many lines are shown; the rest is counted.</summary>
    public const int MostLines = 7;

    private const int LongestHeadline = 100;
    private const int LongestOwner = 40;
    private const int LongestOutcome = 140;

    /// <summary>One line for each promise, at most <see cref="MostLines"/>.</summary>
    public static IReadOnlyList<StatusLine> Lines(Edition edition) => [.. edition.Ledger.Take(MostLines).Select(Line)];

    /// <summary>What stands below the lines, or instead of them; null when the lines say it all.</summary>
    public static string? Note(Edition edition)
    {
        if (edition.Ledger.Count > MostLines)
            return $"and {Phrases.Number(edition.Ledger.Count - MostLines)} more";
        if (edition.Ledger.Count > 0)
            return null;
        return edition is { WeeksSinceActed: null, Numbers.PromisesKept: null }
            ? "No promises yet: pick a suggestion or take an issue, and the next edition opens with what came of it."
            : "Nothing is promised at the moment.";
    }

    /// <summary>The state as a word.</summary>
    public static string State(PromiseState state) => state switch
    {
        PromiseState.Done => "Done",
        PromiseState.Declined => "Declined",
        PromiseState.Overdue => "Overdue",
        _ => "Open",
    };

    private static StatusLine Line(LedgerLine line)
    {
        var owner = VisibleText.Line(line.Owner, LongestOwner);
        var (mark, rest, tone) = line.State switch
        {
            PromiseState.Done => ("✅", Ended($"{owner}, {Took(line.DaysOpen)}", Phrases.Dot, line.Outcome), Tone.Good),
            PromiseState.Declined => ("✖", line.Outcome is null ? $"{owner} declined" : Ended(owner, ": ", line.Outcome), Tone.Plain),
            PromiseState.Overdue => ("❗", $"{owner}, overdue{Late(line)}", Tone.Bad),
            _ => ("⏳", $"{owner}, day {Phrases.Number(line.DaysOpen)}{Of(line.DaysGiven)}", Tone.Plain),
        };
        return new(mark, VisibleText.Line(line.Headline, LongestHeadline), rest, tone);
    }

    private static string Ended(string start, string separator, string? outcome) =>
        outcome is null ? start : start + separator + VisibleText.Line(outcome, LongestOutcome);

    private static string Took(int days) => days <= 0 ? "the same day" : Phrases.Count(days, "day", "days");

    private static string Of(int? days) => days is null ? "" : $" of {Phrases.Number(days.Value)}";

    private static string Late(LedgerLine line) =>
        line.DaysOpen - line.DaysGiven is > 0 and var days ? $" {Phrases.Count(days, "day", "days")}" : "";
}
