using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>How many people can have read it, against the week's furthest story; on a logarithmic scale, for audiences are.</summary>
internal sealed class ReachSignal : IRankingSignal
{
    private const int WorthSaying = 1000;

    public string Name => "reach";

    public double DefaultWeight => 1.5;

    public double Score(Story story, RankingWeek week) => LogShare.Of(story.Reach, week.HighestReach);

    public string? Reason(Story story, RankingWeek week) =>
        story.Reach >= WorthSaying ? $"reached {Clauses.People(story.Reach)}" : null;
}
