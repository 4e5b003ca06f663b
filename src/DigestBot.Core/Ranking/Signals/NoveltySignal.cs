using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>How new it is against the trailing eight weeks: the share of the weeks heard in which nobody told it.</summary>
internal sealed class NoveltySignal : IRankingSignal
{
    private const int FewestPeople = 2;
    private const double LeastShare = 0.006;

    public string Name => "novelty";

    public double DefaultWeight => 0.75;

    // The first week of all has nothing to be new against, across a gap nobody knows, and one person's post is always new.
    public double Score(Story story, RankingWeek week) =>
        IsEnough(story, week) && Usual.Of(story) is { WeeksHeard: > 0 } usual && !week.HasGap(story)
            ? 1 - (usual.WeeksTold / (double)usual.WeeksHeard)
            : 0;

    public string? Reason(Story story, RankingWeek week) => IsNew(story, week) ? "new this week" : null;

    // In a week of a thousand people something is always said that nobody said before.
    private static bool IsEnough(Story story, RankingWeek week) => story.Authors >= Math.Max(FewestPeople, LeastShare * week.Now.Authors);

    internal static bool IsNew(Story story, RankingWeek week) =>
        IsEnough(story, week) && Usual.Of(story) is { WeeksHeard: > 0, WeeksTold: 0 } && !week.HasGap(story);
}
