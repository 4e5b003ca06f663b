using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>The mentions of a topic that are told as one story.</summary>
/// <param name="Kinds">What they are, most of them first; the first names the story.</param>
/// <param name="Members">Which mentions, by their place; in order.</param>
internal sealed record TopicSide(IReadOnlyList<MentionKind> Kinds, List<int> Members);

/// <summary>
/// Which stories the mentions of one topic make. People complain of a flat battery, joke about it and ask what to do: that is
/// one concern, not three small ones. Praise is always apart, and so is a kind that a crowd of its own means.
/// </summary>
internal static class TopicSides
{
    private const int SmallestCrowd = 5;
    private const int SmallestRequest = 3;
    private const double ShareOfCrowd = 0.5;
    private const double MostlyTalk = 0.67;

    public static IEnumerable<TopicSide> Of(IEnumerable<int> members, Func<int, Insight> insightOf)
    {
        var all = members.ToList();
        var kinds = all.Where(member => !Pleases(insightOf(member))).GroupBy(member => insightOf(member).Kind)
            .OrderBy(kind => kind.Key is MentionKind.Other && kind.Count() < MostlyTalk * all.Count)
            .ThenByDescending(kind => kind.Count()).ThenBy(kind => kind.Key).ToList();
        var concern = kinds.Where(kind => kind.Key is not MentionKind.Win).ToList();
        var apart = concern.Skip(1).Where(kind => IsCrowd(kind, concern[0].Count())).ToList();
        var joined = concern.Except(apart).ToList();
        if (joined.Count > 0)
            yield return Side(joined);
        foreach (var kind in kinds.Where(kind => kind.Key is MentionKind.Win).Concat(apart))
            yield return Side([kind]);
    }

    // What merely pleases is part of no concern, and praises nothing either.
    private static bool Pleases(Insight insight) => insight is { Kind: MentionKind.Other, Sentiment: Sentiment.Positive };

    // What several ask for can be picked, however many more complain.
    private static bool IsCrowd(IGrouping<MentionKind, int> kind, int most) => kind.Key switch
    {
        MentionKind.Other => false,
        MentionKind.Suggestion => kind.Count() >= SmallestRequest,
        _ => kind.Count() >= Math.Max(SmallestCrowd, ShareOfCrowd * most),
    };

    private static TopicSide Side(IReadOnlyList<IGrouping<MentionKind, int>> kinds) =>
        new([.. kinds.Select(kind => kind.Key)], [.. kinds.SelectMany(kind => kind).Order()]);
}
