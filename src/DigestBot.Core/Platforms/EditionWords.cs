using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms;

/// <summary>How many weeks ago a suggestion was acted on.</summary>
/// <param name="Value">What stands large.</param>
/// <param name="Sentence">What follows it; both together make a sentence.</param>
internal sealed record Streak(string Value, string Sentence);

/// <summary>
/// What an edition says above and below its ten, in words that every view shares. All of it is plain text fit to be shown
/// (<see cref="VisibleText"/>); none of it is escaped for any format yet.
/// </summary>
internal static class EditionWords
{
    /// <summary>What an edition is called.</summary>
    public const string Title = "What customers told us";

    /// <summary>Written on every view of the sample company.</summary>
    public const string SampleNotice = "SAMPLE: a made-up company with made-up customers";

    /// <summary>Above the ledger.</summary>
    public const string LedgerTitle = "What we promised";

    /// <summary>Above a draft: what becomes of it.</summary>
    public static string DraftNotice(Edition edition) => edition.State switch
    {
        EditionState.Draft => "Draft for curators. Doing nothing is fine: it goes out on schedule.",
        EditionState.Approved => "Approved. It goes out on schedule, and can be changed until then.",
        EditionState.Skipped => $"Skipped: nothing is published for this week.{Because(edition)}",
        _ => "Published. Say 'correct' or 'retract' with a number to mend it.",
    };

    /// <summary>Above how much each source said.</summary>
    public const string SourcesTitle = "Where it was said";

    private const int MostParts = 5;
    private const int LongestReason = 300;
    private const int LongestName = 60;
    private const int MostSources = 12;

    private static readonly string[] Small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>"Acme Air · week 46, 9 to 15 November 2026".</summary>
    public static string Subtitle(Edition edition) =>
        $"{VisibleText.Line(edition.Brand, LongestName)}{Phrases.Dot}{Week(edition.Key.Week)}";

    /// <summary>"week 46, 9 to 15 November 2026"; month and year are named once where they are the same.</summary>
    public static string Week(DigestWeek week) => $"week {week.Number}, {Monday(week)} to {Phrases.FullDate(week.Sunday)}";

    /// <summary>Weeks since a suggestion was acted on.</summary>
    public static Streak StreakOf(Edition edition) => edition.WeeksSinceActed switch
    {
        null => new("No suggestion", "acted on yet"),
        <= 0 => new("This week", "we acted on a suggestion"),
        var weeks => new(Phrases.Count(weeks.Value, "week", "weeks"), "since we acted on a suggestion"),
    };

    /// <summary>"This week's ten", or as many as there are.</summary>
    public static string TenTitle(Edition edition) => edition.TouchPoints.Count switch
    {
        0 => "A quiet week",
        <= 10 and var count => $"This week's {Small[count]}",
        var count => $"This week's {Phrases.Number(count)}",
    };

    /// <summary>What an edition without touch points says instead; it never pretends that silence is good news.</summary>
    public static string QuietWeek(Edition edition)
    {
        if (edition.Numbers.Mentions > 0)
            return $"{Phrases.Count(edition.Numbers.Mentions, "mention was", "mentions were")} heard, and none of them asks for a place here.";
        return edition.Coverage.Any(source => source.State == CoverageState.Full)
            ? "Nobody mentioned us where we listen."
            : "Nothing could be heard this week, so nothing is claimed about it.";
    }

    /// <summary>"Just missed: 11 to 15", or null when nothing did.</summary>
    public static string? RunnersUpTitle(Edition edition) => edition.RunnersUp.Count switch
    {
        0 => null,
        1 => $"Just missed: {edition.RunnersUp[0].Rank}",
        _ => $"Just missed: {edition.RunnersUp[0].Rank} to {edition.RunnersUp[^1].Rank}",
    };

    /// <summary>
    /// "Heard in full: App store, Play. Reddit: nothing since Thursday, so no trend is claimed there."
    /// Sources with the same gap share a sentence. Whose words the headlines are follows, where a language model is configured.
    /// </summary>
    public static string Coverage(Edition edition) =>
        edition.Wording is { } wording ? $"{Heard(edition)} {VisibleText.Line(wording, LongestReason)}" : Heard(edition);

    private static string Heard(Edition edition)
    {
        if (edition.Coverage.Count == 0)
            return "No source is connected.";
        var full = edition.Coverage.Where(source => source.State == CoverageState.Full).Select(source => Phrases.Source(source.Source)).ToList();
        var sentences = edition.Coverage
            .Where(source => source.State != CoverageState.Full)
            .GroupBy(source => Missing(edition, source), source => Phrases.Source(source.Source), StringComparer.Ordinal)
            .Select(gap => $"{Phrases.Listed([.. gap], MostSources)}: {gap.Key}, so no trend is claimed there.");
        if (full.Count > 0)
            sentences = sentences.Prepend($"Heard in full: {Phrases.Listed(full, MostSources)}.");
        return string.Join(' ', sentences);
    }

    /// <summary>How much each source said, most first; small ones beyond the fifth are told together, silent ones not at all.</summary>
    public static IReadOnlyList<(string Name, int Mentions)> Sources(Edition edition)
    {
        var heard = edition.Coverage.Where(source => source.Mentions > 0).OrderByDescending(source => source.Mentions).ToList();
        var named = heard.Take(MostParts).Select(source => (Phrases.Source(source.Source), source.Mentions));
        var rest = heard.Skip(MostParts).Sum(source => source.Mentions);
        return rest == 0 ? [.. named] : [.. named, ("others", rest)];
    }

    private static string Missing(Edition edition, SourceCoverage source)
    {
        if (source.SilentSince is not { } since)
            return source.State == CoverageState.Silent ? "nothing all week" : "heard with gaps";
        var day = Phrases.DayIn(since, edition.Zone);
        return since >= edition.From ? $"nothing since {Phrases.Day(day)}" : $"nothing since {Phrases.DayAndMonth(day)}";
    }

    private static string Because(Edition edition) => edition.SkippedBecause is { } why ? $" Because: {VisibleText.Line(why, LongestReason)}" : "";

    private static string Monday(DigestWeek week)
    {
        if (week.Monday.Year != week.Sunday.Year)
            return Phrases.FullDate(week.Monday);
        return week.Monday.Month == week.Sunday.Month
            ? week.Monday.Day.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Phrases.DayAndMonth(week.Monday);
    }
}
