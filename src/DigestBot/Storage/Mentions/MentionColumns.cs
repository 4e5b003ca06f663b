using System.Data.Common;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Storage.Mentions;

/// <summary>
/// The columns of a mention, in one place for all engines: what is counted by in columns of its own, what is only shown in one packed
/// column. Long or text or floating point, null where a value may be missing.
/// </summary>
internal static class MentionColumns
{
    private const long NamesBrand = 1;
    private const long IsSpam = 2;
    private const long IsExcluded = 4;

    /// <summary>Names, in the order of <see cref="Write"/> and <see cref="Read"/>; the first two are the identity.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "source", "external_id", "said_at", "author", "text", "link",
        "likes", "reposts", "replies", "views", "followers", "rating", "claimed_language",
        "language", "sentiment", "sentiment_score", "kind", "suggestion_score", "severity", "department", "flags", "details",
    ];

    /// <summary>Names joined for a statement.</summary>
    public static string List { get; } = string.Join(", ", Names);

    /// <summary>Puts the values of a mention into <paramref name="values"/>, one for each name.</summary>
    public static void Write(ReadMention read, Span<object?> values)
    {
        var (mention, insight) = (read.Mention, read.Insight);
        values[0] = CleanText.Of(mention.Id.Source);
        values[1] = CleanText.Of(mention.Id.ExternalId);
        values[2] = mention.SaidAt.UtcTicks;
        values[3] = CleanText.Of(mention.Author);
        values[4] = mention.Text;
        values[5] = mention.Link;
        values[6] = mention.Engagement.Likes;
        values[7] = mention.Engagement.Reposts;
        values[8] = mention.Engagement.Replies;
        values[9] = mention.Engagement.Views;
        values[10] = mention.AuthorFollowers;
        values[11] = mention.Rating;
        values[12] = mention.Language is { } language ? CleanText.Of(language) : null;
        WriteInsight(insight, values[13..]);
    }

    /// <summary>The mention of a row that was selected by <see cref="List"/>.</summary>
    /// <param name="row">On the row.</param>
    /// <param name="words">Shares equal short texts between rows: a week has a hundred thousand authors but five languages.</param>
    public static ReadMention Read(DbDataReader row, SharedWords words) =>
        new(
            new Mention(new(words.Of(row.GetString(0)), row.GetString(1)), row.GetString(3), row.GetString(4), UtcTicks.ToInstant(row.GetInt64(2)))
            {
                Link = Text(row, 5),
                Engagement = new(row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), Number(row, 9)),
                AuthorFollowers = Number(row, 10),
                Rating = row.IsDBNull(11) ? null : row.GetDouble(11),
                Language = words.OrNull(Text(row, 12)),
            },
            ReadInsight(row, words));

    /// <summary>Whether a mention with these flags counts, as <see cref="ReadMention.Counts"/> has it.</summary>
    public static bool Counts(long flags, InsightDetails details) =>
        (flags & (IsSpam | IsExcluded)) == 0 && ((flags & NamesBrand) != 0 || details.Competitors.Count == 0);

    private static void WriteInsight(Insight insight, Span<object?> values)
    {
        values[0] = insight.Language;
        values[1] = (long)insight.Sentiment;
        values[2] = insight.SentimentScore;
        values[3] = (long)insight.Kind;
        values[4] = insight.SuggestionScore;
        values[5] = insight.Severity;
        values[6] = insight.Department;
        values[7] = (insight.NamesBrand ? NamesBrand : 0) | (insight.IsSpam ? IsSpam : 0) | (insight.IsExcluded ? IsExcluded : 0);
        values[8] = InsightDetails.Write(insight);
    }

    private static Insight ReadInsight(DbDataReader row, SharedWords words)
    {
        var flags = row.GetInt64(20);
        var details = InsightDetails.Read(Text(row, 21));
        return new()
        {
            Language = words.Of(row.GetString(13)),
            Sentiment = (Sentiment)row.GetInt64(14),
            SentimentScore = row.GetDouble(15),
            Kind = (MentionKind)row.GetInt64(16),
            SuggestionScore = row.GetDouble(17),
            Severity = row.GetDouble(18),
            Department = words.OrNull(Text(row, 19)),
            NamesBrand = (flags & NamesBrand) != 0,
            IsSpam = (flags & IsSpam) != 0,
            IsExcluded = (flags & IsExcluded) != 0,
            Topics = details.Topics,
            Phrases = details.Phrases,
            Competitors = details.Competitors,
            PersonalData = details.PersonalData,
        };
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
