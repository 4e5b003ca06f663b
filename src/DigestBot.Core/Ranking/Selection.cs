using DigestBot.Core.Ranking.Signals;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>
/// Chooses ten of the candidates: something of each kind where the week has it, the worst case even when it is rare,
/// and else the best, where the next of the same department or subject counts less than the first.
/// </summary>
internal sealed class Selection(List<RankedStory> candidates, RankingWeek week)
{
    private const int Places = 10;
    private const int Bench = 5;
    private const double SevereCase = 0.6;
    private const double SameDepartment = 0.97;
    private const double NewDepartment = 1.06;
    private const double NewSource = 1.06;
    private const double RelatedSubject = 0.6;
    private const double OneTooMany = 0.7;
    private const double OneVoice = 0.6;
    private const int Heard = 25;
    private const int Crowd = 5;
    private const double ClearBurst = 0.3;
    private const double ShareOfWeek = 0.02;
    private const int BusyWeek = 200;

    private static readonly (TouchPointKind Kind, int Fewest, int Most)[] Quotas =
    [
        (TouchPointKind.Issue, 3, 7),
        (TouchPointKind.Win, 2, 4),
        (TouchPointKind.Trend, 1, 5),
        (TouchPointKind.Suggestion, 1, 3),
    ];

    private readonly List<RankedStory> _chosen = [];
    private readonly SeveritySignal _severity = new();

    public RankedWeek Choose(IReadOnlySet<string?> named)
    {
        PresentATrend();
        foreach (var (kind, _, _) in Quotas)
            Fill(1, candidate => candidate.Kind == kind && !IsLost(candidate));
        foreach (var (kind, fewest, _) in Quotas)
            Fill(fewest - 1, candidate => candidate.Kind == kind && !IsOneVoice(candidate.Story));
        TakeTheWorstCase();
        Fill(Places - _chosen.Count, _ => true);
        var top = InOrder(_chosen);
        Fill(Bench, _ => true);
        Fill(named.Count, candidate => named.Contains(candidate.Story.Key));
        return new(top, [.. InOrder(_chosen[top.Length..])]);
    }

    // Bursts told as issues or wins are changes too: of what was told before, the strongest stands as a trend, unless there are
    // few of its kind; a concern that merely swells does so only where nothing else is one. What was never told is news.
    private void PresentATrend()
    {
        var burst = new BurstSignal();
        var strongest = candidates
            .Where(candidate => candidate.Kind is not TouchPointKind.Trend && IsKnownToACrowd(candidate.Story) && IsChange(candidate, burst))
            .Where(candidate => candidates.Count(other => other.Kind == candidate.Kind) > 3)
            .MaxBy(candidate => (candidate.Story.Burst > 0, burst.Score(candidate.Story, week)));
        var isNeeded = strongest?.Story.Burst > 0 || !candidates.Exists(candidate => candidate.Kind is TouchPointKind.Trend);
        if (strongest is not null && isNeeded)
            candidates[candidates.IndexOf(strongest)] = strongest with { Kind = TouchPointKind.Trend };
    }

    private bool IsKnownToACrowd(Story story) =>
        story.Authors >= Math.Max(Crowd, ShareOfWeek * week.Now.Authors) && !NoveltySignal.IsNew(story, week);

    // A concern that swells may be chance where no burst was found, so it takes a clear one; praise that swells is a win.
    private bool IsChange(RankedStory candidate, BurstSignal burst) =>
        candidate.Story.Burst > 0
            ? burst.Score(candidate.Story, week) > 0
            : candidate.Kind is TouchPointKind.Issue && burst.Score(candidate.Story, week) >= ClearBurst;

    private void TakeTheWorstCase()
    {
        if (_chosen.Exists(IsSevere))
            return;
        Fill(1, IsSevere);
    }

    private bool IsSevere(RankedStory candidate) => _severity.Score(candidate.Story, week) >= SevereCase;

    private bool HasRoom(RankedStory candidate) =>
        _chosen.Count(chosen => chosen.Kind == candidate.Kind) < Array.Find(Quotas, quota => quota.Kind == candidate.Kind).Most;

    private void Fill(int places, Func<RankedStory, bool> fits)
    {
        for (; places > 0; places--)
        {
            // MaxBy keeps the first of equals, and the candidates come by score, then key: ties are always broken alike.
            var best = candidates.Where(candidate => fits(candidate) && !IsDouble(candidate)).MaxBy(Worth);
            if (best is null)
                return;
            _chosen.Add(best);
            candidates.Remove(best);
        }
    }

    private bool IsDouble(RankedStory candidate) =>
        _chosen.Exists(chosen => chosen.Kind == candidate.Kind && Subjects.AreSame(chosen.Story.Subject, candidate.Story.Subject));

    private double Worth(RankedStory candidate)
    {
        var worth = candidate.Score * (HasRoom(candidate) ? 1 : OneTooMany);
        if (IsOneVoice(candidate.Story) && !IsSevere(candidate))
            worth *= OneVoice;
        if (_chosen.Exists(chosen => Subjects.AreRelated(chosen.Story.Subject, candidate.Story.Subject)))
            worth *= RelatedSubject;
        if (candidate.Story.Department is { } department)
        {
            var before = _chosen.Count(chosen => chosen.Story.Department == department);
            worth *= before == 0 ? NewDepartment : Math.Pow(SameDepartment, before);
        }
        return IsOfNewSource(candidate.Story) ? worth * NewSource : worth;
    }

    // One among hundreds asks for something or says thanks: that is neither a request nor a win of the week's customers.
    private bool IsLost(RankedStory candidate) =>
        candidate.Kind is TouchPointKind.Suggestion or TouchPointKind.Win && week.Now.Mentions >= BusyWeek && IsOneVoice(candidate.Story);

    // One person's post that nobody reacted to.
    private static bool IsOneVoice(Story story) => story.Authors == 1 && story.Engagement < Heard;

    private bool IsOfNewSource(Story story) =>
        story.Sources.Any(source => !_chosen.Exists(chosen => chosen.Story.Sources.Contains(source, StringComparer.Ordinal)));

    private static RankedStory[] InOrder(IEnumerable<RankedStory> chosen) =>
        [.. chosen.OrderByDescending(ranked => ranked.Score).ThenBy(ranked => ranked.Story.Key, StringComparer.Ordinal)];
}

/// <summary>Whether two subjects are one to a reader.</summary>
internal static class Subjects
{
    public static bool AreSame(string one, string other) => Words(one).SetEquals(Words(other));

    /// <summary>At least half of all their words are shared.</summary>
    public static bool AreRelated(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        var shared = first.Count(second.Contains);
        return shared > 0 && 2 * shared >= first.Count + second.Count - shared;
    }

    private static HashSet<string> Words(string subject) =>
        new(subject.Split([' ', '-', '#', '_'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
