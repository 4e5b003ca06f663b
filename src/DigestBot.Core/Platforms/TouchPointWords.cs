using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Platforms;

/// <summary>What is said about one touch point, in words that every view shares; plain text, not escaped for any format yet.</summary>
internal static class TouchPointWords
{
    /// <summary>Longest headline, in UTF-16 units.</summary>
    public const int LongestHeadline = 100;

    /// <summary>Longest quote.</summary>
    public const int LongestQuote = 280;

    /// <summary>Stands below what was taken back, instead of the quote.</summary>
    public const string TakenBack = "A curator took this back. What it said no longer stands.";

    private const int LongestName = 40;
    private const int LongestSentence = 280;
    private const double Unusual = 1.5;

    /// <summary>"Issue".</summary>
    public static string Kind(TouchPointKind kind) => kind switch
    {
        TouchPointKind.Win => "Win",
        TouchPointKind.Issue => "Issue",
        TouchPointKind.Trend => "Trend",
        _ => "Suggestion",
    };

    /// <summary>The headline, or what stands in its place once it was taken back.</summary>
    public static string Headline(TouchPoint point) =>
        point.IsRetracted ? "Taken back after publishing" : VisibleText.Line(point.Headline, LongestHeadline);

    /// <summary>The customer's words in quotation marks, with the readers' language beside them where they are in another; null once taken back.</summary>
    public static string? Quoted(TouchPoint point) =>
        point.IsRetracted ? null : $"“{VisibleText.Line(point.Quote.Text, LongestQuote)}”{Translated(point)}";

    // "In English: Bags left in Lisbon. “My bags are still in Lisbon”": a reader sees at once what was translated, and from what.
    private static string Translated(TouchPoint point) => point.Translation is { } translation
        ? $" In {Phrases.Language(translation.Language)}: {VisibleText.Line(translation.Headline, LongestHeadline)}. “{VisibleText.Line(translation.Quote, LongestQuote)}”"
        : "";

    /// <summary>"a customer on App store, Wednesday · 96 people, 5 sources".</summary>
    public static string Attribution(Edition edition, TouchPoint point)
    {
        var said = $"a customer on {Phrases.Source(point.Quote.Mention.Source)}, {Phrases.Day(Phrases.DayIn(point.Quote.SaidAt, edition.Zone))}";
        if (point.Metrics.Authors < 2)
            return said;
        var sources = point.Metrics.Sources.Count > 1 ? $", {Phrases.Number(point.Metrics.Sources.Count)} sources" : "";
        return $"{said}{Phrases.Dot}{Phrases.Number(point.Metrics.Authors)} people{sources}";
    }

    /// <summary>The one line below a headline: kind, how many, against what, where, who has it.</summary>
    public static IReadOnlyList<Fact> Facts(Edition edition, TouchPoint point, TouchPointState state)
    {
        var facts = new List<Fact> { new(Kind(point.Kind)) };
        if (point.IsRetracted)
            return facts;
        Add(facts, Volume(point));
        Add(facts, point.Metrics.EditionsRunning > 1 && point.Kind == TouchPointKind.Issue
            ? $"still open, week {Phrases.Number(point.Metrics.EditionsRunning)}"
            : null);
        Add(facts, Comparison(point.Metrics, EditionFigures.HasGap(edition)));
        Add(facts, Where(point));
        Add(facts, point.Department is null ? null : VisibleText.Line(point.Department, LongestName));
        Add(facts, state.Kudos > 0 ? Phrases.Count(state.Kudos, "person thanked", "people thanked") : null);
        Add(facts, Standing(edition, state), isStrong: true);
        Add(facts, point.Correction is null ? null : "corrected", isStrong: true);
        return facts;
    }

    /// <summary>The facts as one text.</summary>
    public static string FactsLine(Edition edition, TouchPoint point, TouchPointState state) =>
        string.Join(Phrases.Dot, Facts(edition, point, state).Select(fact => fact.Text));

    /// <summary>Mentions, weeks running, sentiment, reach: each with its comparison.</summary>
    public static IReadOnlyList<Figure> Figures(Edition edition, TouchPoint point)
    {
        var metrics = point.Metrics;
        var people = Phrases.Count(metrics.Authors, "person wrote", "people wrote");
        return
        [
            MentionsFigure(metrics, EditionFigures.HasGap(edition)),
            new("Weeks running", Phrases.Number(metrics.WeeksRunning), Sparkline(metrics.Weeks), WeeksSpoken(metrics.Weeks)),
            new("Sentiment", Phrases.Signed(metrics.Sentiment), $"all: {Phrases.Signed(edition.Numbers.Sentiment)}", $"all of the week: {Phrases.Signed(edition.Numbers.Sentiment)}"),
            new("Reach", Phrases.Number(metrics.Reach), people, people),
        ];
    }

    /// <summary>Why it is in, as one sentence without the words "Why it is here"; null without reasons.</summary>
    public static string? Why(TouchPoint point) =>
        point.IsRetracted || point.Reasons.Count == 0 ? null : VisibleText.Line(string.Join(", ", point.Reasons), LongestSentence).TrimEnd('.') + ".";

    /// <summary>What curators and executives did with it, each on a line of its own.</summary>
    public static IReadOnlyList<StatusLine> Status(Edition edition, TouchPoint point, TouchPointState state)
    {
        var lines = new List<StatusLine>();
        if (point.Correction is not null)
            lines.Add(new("✏️", "Corrected", VisibleText.Line(point.Correction, LongestSentence), Tone.Bad));
        if (point.IsRetracted)
            return lines;
        if (point.Comment is not null)
            lines.Add(new("💬", "Curators", VisibleText.Line(point.Comment, LongestSentence)));
        if (point.Metrics.Accounts.Count > 0)
            lines.Add(new("🏢", "From your customer list", VisibleText.Line(Phrases.Listed(point.Metrics.Accounts, 3), LongestSentence)));
        if (state.PickedBy is not null)
            lines.Add(Pick(edition, state));
        if (Promise(edition, state) is { } promise)
            lines.Add(promise);
        if (state.Kudos > 0)
            lines.Add(new("👏", Phrases.Count(state.Kudos, "person thanked", "people thanked"), "", Tone.Good));
        return lines;
    }

    /// <summary>"▁▂▃▄▇": one sign a week, oldest first; a dot where nothing could be heard.</summary>
    public static string Sparkline(IReadOnlyList<int?> weeks)
    {
        const string steps = "▁▂▃▄▅▆▇█";
        var highest = Math.Max(1, weeks.Max() ?? 0);
        return string.Concat(weeks.Select(week => week is { } count ? steps[count * (steps.Length - 1) / highest] : '·'));
    }

    /// <summary>"mentions a week, oldest first: 12, not heard, 96".</summary>
    public static string WeeksSpoken(IReadOnlyList<int?> weeks) =>
        $"mentions a week, oldest first: {string.Join(", ", weeks.Select(week => week is { } count ? Phrases.Number(count) : "not heard"))}";

    private static void Add(List<Fact> facts, string? text, bool isStrong = false)
    {
        if (text is not null)
            facts.Add(new(text, isStrong));
    }

    private static string Volume(TouchPoint point) => point.Kind == TouchPointKind.Suggestion
        ? Phrases.Count(point.Metrics.Authors, "person asked", "people asked")
        : Phrases.Count(point.Metrics.Mentions, "mention", "mentions");

    // A rise across a gap is at least as large as it looks; a fall may be the gap itself and is not claimed.
    private static string? Comparison(TouchPointMetrics metrics, bool hasGap)
    {
        if (UsualWeek(metrics) is not { } usual)
            return null;
        if (usual == 0)
            return "new this week";
        var times = metrics.Mentions / usual;
        if (times >= Unusual || (times <= 1 / Unusual && !hasGap))
            return $"{Phrases.Ratio(times)} times a usual week";
        return metrics.WeeksRunning > 2
            ? $"{Phrases.Number(metrics.WeeksRunning)} weeks running"
            : metrics.PreviousWeek is { } before && !hasGap ? $"{Phrases.Number(before)} the week before" : null;
    }

    private static double? UsualWeek(TouchPointMetrics metrics) => metrics.Weeks.SkipLast(1).Average();

    private static string? Where(TouchPoint point) => point.Metrics.Sources.Count switch
    {
        0 => null,
        1 => Phrases.Source(point.Metrics.Sources[0].Source),
        var count => $"{Phrases.Number(count)} sources",
    };

    private static Figure MentionsFigure(TouchPointMetrics metrics, bool hasGap)
    {
        var figure = new Figure("Mentions", Phrases.Number(metrics.Mentions), "last week not heard", "last week was not heard");
        if (metrics.PreviousWeek is not { } before)
            return figure;
        var change = metrics.Mentions - before;
        if (change < 0 && hasGap)
            return figure with { Change = "not comparable", Spoken = "not comparable with last week, because a source has a gap" };
        var by = Phrases.Number(Math.Abs(change));
        return change switch
        {
            > 0 => figure with { Change = $"▲ {by}", Spoken = $"{by} more than last week" },
            < 0 => figure with { Change = $"▼ {by}", Spoken = $"{by} fewer than last week" },
            _ => figure with { Change = "as last week", Spoken = "as last week" },
        };
    }

    private static string? Standing(Edition edition, TouchPointState state)
    {
        var owner = state.Owner is null ? null : VisibleText.Line(state.Owner, LongestName);
        return state switch
        {
            { Promise: PromiseState.Done } => owner is null ? "done" : $"done by {owner}",
            { Promise: PromiseState.Declined } => owner is null ? "declined" : $"declined by {owner}",
            { Promise: PromiseState.Overdue } or { OverdueDays: not null } => Joined(owner, Overdue(state)),
            { Owner: not null } => Joined(owner, Due(edition, state)),
            { PickedBy: not null } => $"picked by {VisibleText.Line(state.PickedBy, LongestName)}",
            _ => null,
        };
    }

    private static StatusLine Pick(Edition edition, TouchPointState state)
    {
        var owner = state.Owner is null ? "" : $" for {VisibleText.Line(state.Owner, LongestName)}";
        var expected = state.Expected is null ? null : VisibleText.Line(state.Expected, LongestSentence);
        return new("💡", $"Picked by {VisibleText.Line(state.PickedBy!, LongestName)}{owner}", Joined(expected, Due(edition, state)), Tone.Good);
    }

    private static StatusLine? Promise(Edition edition, TouchPointState state)
    {
        var owner = state.Owner is null ? "Somebody" : VisibleText.Line(state.Owner, LongestName);
        var outcome = state.Outcome is null ? "" : VisibleText.Line(state.Outcome, LongestSentence);
        return state switch
        {
            { Promise: PromiseState.Done } => new("✅", $"Done by {owner}", outcome, Tone.Good),
            { Promise: PromiseState.Declined } => new("✖", $"Declined by {owner}", outcome),
            { Promise: PromiseState.Overdue } or { OverdueDays: not null } => new("❗", Joined(owner, Overdue(state)), outcome, Tone.Bad),
            { Owner: not null, PickedBy: null } => new("👀", $"{owner} owns this", Due(edition, state) ?? outcome),
            _ => null,
        };
    }

    private static string Overdue(TouchPointState state) =>
        state.OverdueDays is { } days ? $"overdue {Phrases.Count(days, "day", "days")}" : "overdue";

    // The weekday is enough for the week in which the edition is read.
    private static string? Due(Edition edition, TouchPointState state)
    {
        if (state.Due is not { } due)
            return null;
        var readIn = edition.Key.Week.Next;
        return due >= readIn.Monday && due <= readIn.Sunday ? $"due {Phrases.ShortDay(due)}" : $"due {Phrases.DayAndMonth(due)}";
    }

    private static string Joined(string? first, string? second) =>
        first is null || second is null ? first ?? second ?? "" : first + Phrases.Dot + second;
}
