using DigestBot.Core.Mentions;
using DigestBot.Core.Stories.Copies;
using DigestBot.Core.Stories.Trends;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>Makes stories of a week's mentions: what bursts, what is copied, what recurs, and what stands out alone.</summary>
public static class StoryGrouper
{
    /// <summary>
    /// The week in numbers and its stories. A pure function: the same mentions and weeks before in any order give the same
    /// result. Each mention that counts is in at most one story.
    /// </summary>
    /// <param name="week">The week.</param>
    /// <param name="mentions">All mentions of that week, each once; those that do not count are left out here.</param>
    /// <param name="before">The trailing weeks, oldest first; null where nothing could be heard. The last eight are looked at.</param>
    /// <param name="cancellationToken">Ends the grouping between two mentions.</param>
    public static WeekOfStories Group(
        DigestWeek week, IReadOnlyList<ReadMention> mentions, IReadOnlyList<WeekSummary?> before, CancellationToken cancellationToken = default) =>
        Group(week, mentions, before, GroupingHints.None, cancellationToken);

    /// <summary>The same with what is known beside the mentions.</summary>
    /// <param name="week">The week.</param>
    /// <param name="mentions">All mentions of that week, each once; those that do not count are left out here.</param>
    /// <param name="before">The trailing weeks, oldest first; null where nothing could be heard. The last eight are looked at.</param>
    /// <param name="hints">The zone, what of the week has passed, and what curators said.</param>
    /// <param name="cancellationToken">Ends the grouping between two mentions.</param>
    public static WeekOfStories Group(
        DigestWeek week, IReadOnlyList<ReadMention> mentions, IReadOnlyList<WeekSummary?> before, GroupingHints hints, CancellationToken cancellationToken)
    {
        var history = new History(before, hints.Passed);
        var tally = new WeekTally(week, hints.Zone);
        var terms = new TermPostings(tally);
        ReadMention[] counted = [.. InOrder(mentions.Where(mention => mention.Counts))];
        // What is copied and what bursts know nothing of each other, so each has a core.
        var copies = Task.Run(() => NearDuplicates.GroupAll(Array.ConvertAll(counted, mention => mention.Mention.Text), cancellationToken), cancellationToken);
        foreach (var mention in counted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            terms.Add(mention);
        }
        foreach (var mention in mentions.Where(mention => !mention.Counts))
            tally.Add(mention);
        var finder = new TrendFinder(counted, terms, tally.Reader, history);
        var trends = finder.Find(cancellationToken);
        var taught = new TaughtStories(hints.SameStories, counted);
        var sorting = new StorySorting(counted, taught.Apart(copies.GetAwaiter().GetResult()), taught, history, tally.Reader);
        var stories = sorting.Sort(trends);
        var told = sorting.Told([.. trends, .. finder.Fading()]);
        return new(tally.ToSummary(stories), [.. stories.Select(story => OnTrend(story, told))]) { Trends = told };
    }

    // A story that tells several trends stands by the strongest, which comes first.
    private static Story OnTrend(Story story, IReadOnlyList<WeekTrend> trends) =>
        trends.FirstOrDefault(trend => trend.ToldBy == story.Key) is { } trend ? story with { Trend = trend.State, TrendWeeks = trend.Weeks } : story;

    private static IEnumerable<ReadMention> InOrder(IEnumerable<ReadMention> mentions) =>
        mentions.OrderBy(mention => mention.Mention.SaidAt).ThenBy(mention => mention.Mention.Id);
}
