using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>Likes, reposts and replies, against the week's most engaging story; logarithmic, so that one viral post leaves room for others.</summary>
internal sealed class EngagementSignal : IRankingSignal
{
    private const int WorthSaying = 25;

    public string Name => "engagement";

    public double DefaultWeight => 1.5;

    public double Score(Story story, RankingWeek week) => LogShare.Of(OfAuthors(story), Math.Max(WorthSaying, week.HighestEngagement));

    public string? Reason(Story story, RankingWeek week) =>
        OfAuthors(story) is >= WorthSaying and var engagement ? $"{Clauses.Number(engagement)} likes, reposts and replies" : null;

    /// <summary>
    /// Each author's most engaging post, added up: two hundred posts of one account bring no more than its best one, so that a few
    /// loud accounts cannot make the list.
    /// </summary>
    public static long OfAuthors(Story story) => story.Mentions.Count == story.Authors
        ? story.Engagement
        : story.Mentions
            .GroupBy(told => (told.Mention.Id.Source, told.Mention.Author))
            .Sum(author => author.Max(told => told.Mention.Engagement.Total));
}
