using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>
/// How much more people than usual tell it: 0 up to one and a half times the usual, 1 from six times on. Where no trend was
/// found, both sides get a hundredth of the week's people more, so that six for one weigh less than sixty for ten. A week in
/// which everybody talks more is no burst of each story, a handful of people is noise, and nothing is claimed across a gap.
/// </summary>
internal sealed class BurstSignal : IRankingSignal
{
    private const double Noticeable = 1.5;
    private const double Enormous = 6;
    private const int FewestPeople = 4;
    private const double LeastShare = 0.006;
    private const double StandardErrors = 2;
    private const double SteadyingShare = 0.01;

    public string Name => "burst";

    public double DefaultWeight => 2;

    public double Score(Story story, RankingWeek week) => Ratio(story, week) is { } ratio ? Scale(Steadied(ratio, story, week)) : 0;

    /// <summary>The same as it is seen, however few tell it: what a change is presented by, not what it weighs.</summary>
    public static double Seen(Story story, RankingWeek week) => Ratio(story, week) is { } ratio ? Scale(ratio) : 0;

    public string? Reason(Story story, RankingWeek week) =>
        Ratio(story, week) is null || Usual.Of(story) is not { Mentions: > 0 } usual
            ? null
            : $"{Clauses.Times(story.Mentions.Count / usual.Mentions)} times the usual volume";

    private static double Scale(double ratio) => Math.Clamp(Math.Log(ratio / Noticeable) / Math.Log(Enormous / Noticeable), 0, 1);

    private static double Steadied(double ratio, Story story, RankingWeek week)
    {
        if (story.Burst > 0)
            return ratio; // found among all terms of the week, with chance taken out
        var more = Math.Max(1, SteadyingShare * week.Now.Authors);
        return (story.Authors + more) / ((story.Authors / ratio) + more);
    }

    // People now over people expected; null where it may be chance.
    private static double? Ratio(Story story, RankingWeek week)
    {
        if (week.HasGap(story))
            return null;
        if (story.Burst > 0)
            return Math.Max(Noticeable, story.Burst);
        var usual = Usual.Of(story);
        if (usual.WeeksHeard == 0 || story.Authors < Math.Max(FewestPeople, LeastShare * week.Now.Authors))
            return null;
        var expected = usual.Authors * week.Surge;
        var isChance = story.Authors - expected < StandardErrors * Math.Sqrt(Math.Max(1, expected));
        var ratio = story.Authors / Math.Max(0.5, expected);
        return isChance || ratio < Noticeable ? null : ratio;
    }
}
