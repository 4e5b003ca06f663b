using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>
/// The row of numbers that opens an edition, each with its comparison. A number nobody stored is left out (decisions.md 17),
/// and nothing is said to have fallen while a source could not be heard in full: silence is not zero.
/// </summary>
internal static class EditionFigures
{
    /// <summary>Mentions, sentiment, share of voice (with competitors), kept promises.</summary>
    public static IReadOnlyList<Figure> Of(Edition edition)
    {
        var numbers = edition.Numbers;
        var figures = new List<Figure> { Mentions(numbers, HasGap(edition)), Sentiment(numbers) };
        if (numbers.ShareOfVoice is { } share)
            figures.Add(ShareOfVoice(share, numbers.PreviousShareOfVoice));
        figures.Add(Promises(numbers));
        return figures;
    }

    /// <summary>Some source was not heard in full.</summary>
    public static bool HasGap(Edition edition) => edition.Coverage.Any(source => source.State != CoverageState.Full);

    private static Figure Mentions(EditionNumbers numbers, bool hasGap)
    {
        var figure = new Figure("Mentions", Phrases.Number(numbers.Mentions), "last week not heard", "last week was not heard");
        if (numbers.PreviousMentions is not { } before)
            return figure;
        if (before == 0)
            return figure with { Change = "0 last week", Spoken = "none last week" };
        var change = (double)(numbers.Mentions - before) / before;
        if (change < 0 && hasGap)
            return figure with { Change = "not comparable", Spoken = "not comparable with last week, because a source has a gap" };
        return Math.Abs(change) < 0.005
            ? figure with { Change = "as last week", Spoken = "as last week" }
            : Moved(figure, change, Phrases.Percent(Math.Abs(change)));
    }

    private static Figure Sentiment(EditionNumbers numbers)
    {
        if (numbers.Mentions == 0)
            return new("Sentiment", "–", "no mentions", "no mentions");
        var figure = new Figure("Sentiment", Phrases.Signed(numbers.Sentiment), "last week not heard", "last week was not heard");
        if (numbers.PreviousSentiment is not { } before)
            return figure;
        var change = numbers.Sentiment - before;
        return Math.Abs(change) < 0.005
            ? figure with { Change = "steady", Spoken = "steady" }
            : Judged(Moved(figure, change, Phrases.Signed(Math.Abs(change))[1..]), change);
    }

    private static Figure ShareOfVoice(double share, double? previous)
    {
        var figure = new Figure("Share of voice", Phrases.Percent(share), "last week not heard", "last week was not heard");
        if (previous is not { } before)
            return figure;
        var points = (long)Math.Round((share - before) * 100, MidpointRounding.AwayFromZero);
        return points == 0
            ? figure with { Change = "steady", Spoken = "steady" }
            : Judged(Moved(figure, points, Phrases.Count(Math.Abs(points), "point", "points")), points);
    }

    private static Figure Promises(EditionNumbers numbers)
    {
        if (numbers is not { PromisesKept: { } kept, PromisesDue: { } due and > 0 })
            return new("Kept promises", "–", "none due yet", "none due yet");
        var missed = due - kept;
        var change = missed == 0 ? "all kept" : $"{Phrases.Number(missed)} not kept";
        return new("Kept promises", $"{Phrases.Number(kept)} of {Phrases.Number(due)}", change, change, missed == 0 ? Tone.Good : Tone.Bad);
    }

    private static Figure Moved(Figure figure, double change, string by) => figure with
    {
        Change = change > 0 ? $"▲ {by}" : $"▼ {by}",
        Spoken = change > 0 ? $"up {by} on last week" : $"down {by} on last week",
    };

    private static Figure Judged(Figure figure, double change) => figure with { Tone = change > 0 ? Tone.Good : Tone.Bad };
}
