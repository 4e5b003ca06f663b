using DigestBot.Core.Ranking;

namespace DigestBot.Core.Editions;

/// <summary>Makes touch points of ranked stories: headline, quote, numbers, reasons.</summary>
internal sealed class TouchPointWriter(EditionKey key, RankingWeek week, Edition? previous)
{
    private readonly Edition? _lastWeek = previous is { } edition && edition.Key == new EditionKey(key.Digest, key.Week.Previous) ? edition : null;

    public IReadOnlyList<TouchPoint> Write(IReadOnlyList<RankedStory> ranked, int firstRank) =>
        [.. ranked.Select((story, index) => Write(story, firstRank + index))];

    private TouchPoint Write(RankedStory ranked, int rank)
    {
        var story = ranked.Story;
        var lastWeek = _lastWeek?.TouchPoints.FirstOrDefault(point => point.StoryKey == story.Key && !point.IsRetracted);
        var known = ranked with { Reasons = Reasons(ranked, lastWeek) };
        var quotes = new QuoteFinder(story);
        var headline = Headlines.Of(known, quotes);
        return new()
        {
            Id = StableHash.Id(key.ToString(), story.Key),
            StoryKey = story.Key,
            Rank = rank,
            Kind = ranked.Kind,
            Headline = headline,
            Quote = Quote(quotes.Best(headline), ranked),
            Department = story.Department,
            Score = ranked.Score,
            Reasons = known.Reasons,
            MentionIds = [.. story.Mentions.Select(read => read.Mention.Id)],
            Metrics = StoryMeasure.Of(story, week, lastWeek),
        };
    }

    // What stood in last week's edition is no news, however rarely it was told before that.
    private static IReadOnlyList<string> Reasons(RankedStory ranked, TouchPoint? lastWeek)
    {
        if (lastWeek is null)
            return ranked.Reasons;
        var weeks = lastWeek.Metrics.EditionsRunning + 1;
        var since = ranked.Kind switch
        {
            TouchPointKind.Issue => $"still open, week {weeks}",
            TouchPointKind.Suggestion => $"still asked for, week {weeks}",
            _ => $"in the digest for {weeks} weeks",
        };
        return [since, .. ranked.Reasons.Where(reason => reason != "new this week")];
    }

    // A story has a mention, but its words may all be links and handles: then the place is left empty rather than filled.
    private static Quote Quote(Passage? passage, RankedStory ranked)
    {
        var read = passage?.Read ?? ranked.Story.Mentions[0];
        return new(passage?.Text ?? "", read.Mention.Id, read.Mention.SaidAt, read.Insight.Language, read.Mention.Link);
    }
}
