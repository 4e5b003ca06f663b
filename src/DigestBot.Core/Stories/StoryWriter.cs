using DigestBot.Core.Stories.Trends;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>Fills a story's numbers from its mentions.</summary>
internal sealed class StoryWriter(History history)
{
    /// <summary>The story of some mentions.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="subject">Readable, lower case.</param>
    /// <param name="basis">What holds it together.</param>
    /// <param name="mentions">By time, then id; at least one.</param>
    public Story Write(string key, string subject, StoryBasis basis, IReadOnlyList<ReadMention> mentions) => new()
    {
        Key = key,
        Subject = subject,
        Basis = basis,
        Kind = Most(mentions.Select(mention => mention.Insight.Kind)),
        Department = Department(mentions),
        Mentions = mentions,
        Authors = mentions.Select(Author).Distinct().Count(),
        Reach = Reach(mentions),
        Engagement = mentions.Sum(mention => mention.Mention.Engagement.Total),
        Sentiment = Math.Round(mentions.Average(mention => mention.Insight.SentimentScore), 6),
        Sources = [.. mentions.GroupBy(mention => mention.Mention.Id.Source, StringComparer.Ordinal)
            .OrderByDescending(source => source.Count()).ThenBy(source => source.Key, StringComparer.Ordinal).Select(source => source.Key)],
        Before = history.Of(key),
    };

    private static (string Source, string Author) Author(ReadMention mention) => (mention.Mention.Id.Source, mention.Mention.Author);

    // Somebody who posts five times reaches the same people five times; each repost reaches others.
    private static long Reach(IReadOnlyList<ReadMention> mentions) =>
        mentions.GroupBy(Author).Sum(author => author.Max(mention => mention.Mention.Reach))
        + mentions.Sum(mention => mention.Mention.Engagement.Reposts);

    private static string? Department(IReadOnlyList<ReadMention> mentions)
    {
        var known = mentions.Select(mention => mention.Insight.Department).OfType<string>().ToList();
        return 2 * known.Count >= mentions.Count && known.Count > 0 ? Most(known) : null;
    }

    private static T Most<T>(IEnumerable<T> values) where T : notnull =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
}
