using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.Evaluation;

/// <summary>
/// Feeds of one company over several weeks: what the ten of each week cover, which of the known happenings are among the
/// trends, and how many trends are claimed where the weeks are shuffled, so that there are none.
/// </summary>
/// <param name="readers">The reader for a brand.</param>
/// <param name="composer">Makes the editions.</param>
internal sealed class FeedSets(Func<Brand, IMentionReader> readers, EditionComposer composer) : IMeasure
{
    private const int Shuffles = 4;

    /// <inheritdoc />
    public IEnumerable<Figure> Measure(string folder, CancellationToken cancellationToken)
    {
        var feeds = Path.Combine(folder, "feeds");
        if (!Directory.Exists(feeds))
            return [];
        return Directory.GetDirectories(feeds).Order(StringComparer.Ordinal)
            .Where(feed => File.Exists(Path.Combine(feed, "items.ndjson")))
            .SelectMany(feed => MeasureOne(feed, cancellationToken));
    }

    private IEnumerable<Figure> MeasureOne(string folder, CancellationToken cancellationToken)
    {
        var (name, gold) = (Path.GetFileName(folder), FeedGold.Load(folder, cancellationToken));
        var brand = gold.Brand ?? new Brand(name);
        var reader = readers(brand);
        var mentions = LabelledRows.Of(Path.Combine(folder, "items.ndjson"), cancellationToken)
            .Select(row => row.ToMention("text"))
            .Select(mention => new ReadMention(mention, reader.Read(mention)))
            .ToList();
        var weeks = new FeedWeeks(brand, composer).Of(mentions, cancellationToken).ToList();
        return [.. Digests(name, gold, weeks), .. Trends(name, gold, weeks), Shuffled(name, mentions, cancellationToken)];
    }

    private static IEnumerable<Figure> Digests(string name, FeedGold gold, List<FeedWeek> weeks)
    {
        var told = weeks.Where(week => gold.TopReasons(week.Number).Count > 0).ToList();
        if (told.Count == 0)
            yield break;
        yield return new($"digest, {name}", "top reasons covered", told.Average(week => gold.Covered(week.Number, week.Edition.TouchPoints)));
        yield return new($"digest, {name}", "doubles", told.Sum(week => Doubles(week.Edition.TouchPoints))) { IsLowerBetter = true };
        yield return new($"digest, {name}", "off-brand", told.Sum(week => week.Edition.TouchPoints.Count(gold.IsOffBrand))) { IsLowerBetter = true };
    }

    private static IEnumerable<Figure> Trends(string name, FeedGold gold, List<FeedWeek> weeks)
    {
        if (gold.Happenings.Count == 0)
            yield break;
        var found = gold.Happenings.Count(happening => weeks.Exists(week => week.Number == happening.Week && week.Trends.Take(5).Any(trend => gold.Matches(happening, trend))));
        yield return new($"trends, {name}", "recall at 5", (double)found / gold.Happenings.Count);
        if (!gold.IsPlanted)
            yield break;
        var claimed = weeks.Where(week => week.Number >= 3).SelectMany(week => week.Trends.Select(trend => (week.Number, Trend: trend))).ToList();
        var right = claimed.Count(claim => gold.Happenings.Any(happening => happening.Week == claim.Number && gold.Matches(happening, claim.Trend)));
        yield return new($"trends, {name}", "precision", claimed.Count == 0 ? 0 : (double)right / claimed.Count);
    }

    private static Figure Shuffled(string name, List<ReadMention> mentions, CancellationToken cancellationToken)
    {
        var (trends, weeks) = (0, 0);
        for (var seed = 1; seed <= Shuffles; seed++)
        {
            foreach (var week in FeedWeeks.Grouped(Shuffle(mentions, new Random(seed)), cancellationToken))
                (trends, weeks) = (trends + week.Stories.Count(story => story.Burst > 0), weeks + 1);
        }
        return new($"shuffled, {name}", "trends a week", weeks == 0 ? 0 : (double)trends / weeks) { IsLowerBetter = true };
    }

    private static List<ReadMention> Shuffle(List<ReadMention> mentions, Random dice)
    {
        var times = mentions.ConvertAll(read => read.Mention.SaidAt).ToArray();
        dice.Shuffle(times);
        return [.. mentions.Select((read, n) => read with { Mention = read.Mention with { SaidAt = times[n] } }).OrderBy(read => read.Mention.SaidAt)];
    }

    // Two of the ten tell the same when they share most of what the smaller one stands on, or stand under one headline.
    private static int Doubles(IReadOnlyList<TouchPoint> ten) => (
        from first in Enumerable.Range(0, ten.Count)
        from second in Enumerable.Range(first + 1, ten.Count - first - 1)
        let shared = ten[first].MentionIds.Intersect(ten[second].MentionIds).Count()
        where 2 * shared > Math.Min(ten[first].MentionIds.Count, ten[second].MentionIds.Count)
            || string.Equals(ten[first].Headline, ten[second].Headline, StringComparison.OrdinalIgnoreCase)
        select first).Count();
}
