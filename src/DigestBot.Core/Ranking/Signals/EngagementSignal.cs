using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>Likes, reposts and replies, against the week's most engaging story; logarithmic, so that one viral post leaves room for others.</summary>
internal sealed class EngagementSignal : IRankingSignal
{
    private const int WorthSaying = 25;

    public string Name => "engagement";

    public double DefaultWeight => 1.5;

    public double Score(Story story, RankingWeek week) => LogShare.Of(story.Engagement, Math.Max(WorthSaying, week.HighestEngagement));

    public string? Reason(Story story, RankingWeek week) =>
        story.Engagement >= WorthSaying ? $"{Clauses.Number(story.Engagement)} likes, reposts and replies" : null;
}
