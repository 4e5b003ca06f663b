using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>Whether it is told everywhere or in one corner: the chance that two of its mentions come from different sources, against the best the week allows.</summary>
internal sealed class SourceBalanceSignal : IRankingSignal
{
    public string Name => "sources";

    public double DefaultWeight => 1;

    public double Score(Story story, RankingWeek week)
    {
        var all = week.Now.Sources.Count(source => source.Mentions > 0);
        if (all < 2 || story.Mentions.Count == 0)
            return 0;
        var same = story.Mentions
            .GroupBy(read => read.Mention.Id.Source, StringComparer.Ordinal)
            .Sum(source => Math.Pow(source.Count() / (double)story.Mentions.Count, 2));
        return Math.Clamp((1 - same) / (1 - (1d / all)), 0, 1);
    }

    public string? Reason(Story story, RankingWeek week) =>
        story.Sources.Count > 1 ? $"{story.Sources.Count} sources" : null;
}
