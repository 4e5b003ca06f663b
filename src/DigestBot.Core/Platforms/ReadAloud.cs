using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>
/// A message as a screen reader or a notification says it, line by line: the same order and words as the picture. Lines are
/// kept short enough that the whole of the worst edition stays under the platforms' limits.
/// </summary>
internal static class ReadAloud
{
    private const int LongestPromise = 90;
    private const int LongestPoint = 210;
    private const int LongestCoverage = 300;

    /// <summary>The first message of an edition.</summary>
    public static IEnumerable<string> Edition(EditionCard card)
    {
        var edition = card.Edition;
        var streak = EditionWords.StreakOf(edition);
        if (edition.IsSample)
            yield return EditionWords.SampleNotice;
        yield return $"{EditionWords.Title}: {EditionWords.Subtitle(edition)}";
        yield return $"{streak.Value} {streak.Sentence}.";
        yield return string.Join(". ", EditionFigures.Of(edition).Select(figure => $"{figure.Name} {figure.Value}, {figure.Spoken}")) + ".";
        foreach (var line in Ledger(edition))
            yield return line;
        yield return edition.TouchPoints.Count == 0 ? EditionWords.QuietWeek(edition) : $"{EditionWords.TenTitle(edition)}:";
        foreach (var point in edition.TouchPoints)
            yield return VisibleText.Cut(Line(card, point), LongestPoint);
        yield return VisibleText.Cut(EditionWords.Foot(edition), LongestCoverage);
    }

    /// <summary>One of the ten.</summary>
    public static IEnumerable<string> TouchPoint(EditionCard card, TouchPoint point)
    {
        if (card.Edition.IsSample)
            yield return EditionWords.SampleNotice;
        yield return Line(card, point);
        if (TouchPointWords.Quoted(point) is { } quoted)
            yield return $"{quoted} {TouchPointWords.Attribution(card.Edition, point)}";
        if (TouchPointWords.Why(point) is { } why)
            yield return $"Why it is here: {why}";
        foreach (var line in TouchPointWords.Status(card.Edition, point, card.StateOf(point)))
            yield return line.Words;
    }

    /// <summary>The draft.</summary>
    public static IEnumerable<string> Draft(EditionCard card) => Edition(card).Prepend(EditionWords.DraftNotice(card.Edition));

    private static IEnumerable<string> Ledger(Edition edition)
    {
        var lines = LedgerWords.Lines(edition).Select((line, at) =>
            VisibleText.Cut($"{LedgerWords.State(edition.Ledger[at].State)}: {line.Words}", LongestPromise));
        return (LedgerWords.Note(edition) is { } note ? lines.Append(note) : lines).Prepend($"{EditionWords.LedgerTitle}:");
    }

    private static string Line(EditionCard card, TouchPoint point) =>
        $"{point.Rank}. {TouchPointWords.Headline(point)}: {TouchPointWords.FactsLine(card.Edition, point, card.StateOf(point))}";
}
