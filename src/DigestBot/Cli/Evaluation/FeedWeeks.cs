using DigestBot.Cli.OneShot;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.Evaluation;

/// <summary>A week of a feed as the program would show it.</summary>
/// <param name="Number">From 1, in the order of the weeks.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Trends">What bursts, the clearest first.</param>
internal sealed record FeedWeek(int Number, Edition Edition, IReadOnlyList<Story> Trends);

/// <summary>The weeks of a feed, one after the other, each seen with what lies before it.</summary>
internal sealed class FeedWeeks(Brand brand, EditionComposer composer)
{
    /// <summary>Composes the edition of each week, in order, in UTC.</summary>
    public IEnumerable<FeedWeek> Of(IReadOnlyList<ReadMention> mentions, CancellationToken cancellationToken)
    {
        var weeks = mentions.Select(read => DigestWeek.Of(read.Mention.SaidAt, TimeZoneInfo.Utc)).Distinct().Order().ToList();
        foreach (var (number, week) in weeks.Index())
        {
            var hand = new WeeksOnHand(new([], brand, TimeZoneInfo.Utc, week), week);
            foreach (var read in mentions.Where(read => hand.Needs(read.Mention)))
            {
                hand.Hear(read.Mention);
                hand.Add(read);
            }
            var material = hand.Material(cancellationToken);
            yield return new(number + 1, composer.Compose(material), [.. material.Stories.Stories.Where(story => story.Burst > 0).OrderBy(story => story.BurstChance)]);
        }
    }

    /// <summary>Groups each week, in order, without composing anything.</summary>
    public static IEnumerable<WeekOfStories> Grouped(IReadOnlyList<ReadMention> mentions, CancellationToken cancellationToken)
    {
        var before = new List<WeekSummary?>();
        foreach (var week in mentions.GroupBy(read => DigestWeek.Of(read.Mention.SaidAt, TimeZoneInfo.Utc)).OrderBy(week => week.Key))
        {
            var grouped = StoryGrouper.Group(week.Key, [.. week], before, cancellationToken);
            before.Add(grouped.Summary);
            yield return grouped;
        }
    }
}
