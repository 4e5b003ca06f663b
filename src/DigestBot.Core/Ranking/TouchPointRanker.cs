using DigestBot.Core.Ranking.Signals;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using Microsoft.Extensions.Options;

namespace DigestBot.Core.Ranking;

/// <summary>Puts a week's stories in the order in which they deserve an executive's attention. Same week, same order.</summary>
public sealed class TouchPointRanker
{
    private const double Talk = 0.75;
    private const double FewVoices = 0.65;
    private const double Severe = 0.6;
    private const int Heard = 25;
    private readonly (IRankingSignal Signal, double Weight)[] _signals;
    private readonly double _weights;

    /// <summary>Takes the signals and their weights from settings.</summary>
    public TouchPointRanker(IEnumerable<IRankingSignal> signals, IOptions<RankingOptions> options)
    {
        _signals = [.. signals.Select(signal => (signal, options.Value.WeightOf(signal))).Where(weighted => weighted.Item2 > 0)];
        _weights = Math.Max(double.Epsilon, _signals.Sum(weighted => weighted.Weight));
    }

    /// <summary>The chosen stories, best first, and those that just missed.</summary>
    /// <param name="stories">The week's stories.</param>
    /// <param name="week">What they are measured against.</param>
    public RankedWeek Rank(IReadOnlyList<Story> stories, RankingWeek week) =>
        Rank(stories, week, new HashSet<string?>(StringComparer.Ordinal));

    /// <summary>The same, with the stories of <paramref name="named"/> keys among the runners-up even when others are better.</summary>
    internal RankedWeek Rank(IReadOnlyList<Story> stories, RankingWeek week, IReadOnlySet<string?> named)
    {
        var requests = new Requests(week);
        var candidates = stories
            .Select(requests.In)
            .OfType<Story>()
            .Select(story => Weigh(story, week))
            .OfType<RankedStory>()
            .OrderByDescending(ranked => ranked.Score)
            .ThenBy(ranked => ranked.Story.Key, StringComparer.Ordinal)
            .ToList();
        return new Selection(candidates, week).Choose(named);
    }

    private RankedStory? Weigh(Story story, RankingWeek week)
    {
        if (story.Mentions.Count == 0 || Kinds.Of(story, week) is not { } kind)
            return null;
        var points = Array.ConvertAll(_signals, weighted => weighted.Weight * weighted.Signal.Score(story, week));
        var score = points.Sum() / _weights * (IsTalk(story, kind) ? Talk : 1) * (IsThin(story, week) ? FewVoices : 1) * Meant(story);
        return new(story, kind, Math.Round(score, 4), Reasons(story, week, points));
    }

    // Talk in which nobody praises, complains or asks counts less than what somebody can act on.
    private static bool IsTalk(Story story, TouchPointKind kind) =>
        story.Kind is MentionKind.Other && kind is not TouchPointKind.Trend;

    // Of praise week by week, what is no more than a courtesy counts half; a happening is told in whatever words.
    private static double Meant(Story story) => story is not { Kind: MentionKind.Win, Basis: StoryBasis.Topic }
        ? 1
        : (1 + (story.Mentions.Count(Substance.IsMeantPraise) / (double)story.Mentions.Count)) / 2;

    // What one or two people say is worth the board's time when it went far or is severe.
    private static bool IsThin(Story story, RankingWeek week) =>
        story.Authors <= 2
        && story.Engagement < Math.Max(Heard, week.HighestEngagement / 4)
        && story.Mentions.All(read => read.Insight.Severity < Severe);

    // The crowd is the first thing anybody asks for, so it leads; the rest by what it weighed.
    private string[] Reasons(Story story, RankingWeek week, double[] points)
    {
        var said = _signals
            .Select((weighted, index) => (weighted.Signal, Points: points[index], Clause: weighted.Signal.Reason(story, week)))
            .Where(reason => reason.Clause is not null)
            .OrderByDescending(reason => reason.Signal is AuthorsSignal)
            .ThenByDescending(reason => reason.Points)
            .Select(reason => reason.Clause!)
            .ToArray();
        return said.Length > 0 ? said : [Clauses.Count(story.Mentions.Count, "mention", "mentions")];
    }
}

/// <summary>A week in order.</summary>
/// <param name="Top">At most ten, best first.</param>
/// <param name="RunnersUp">At most five that just missed, best first.</param>
public sealed record RankedWeek(IReadOnlyList<RankedStory> Top, IReadOnlyList<RankedStory> RunnersUp);
