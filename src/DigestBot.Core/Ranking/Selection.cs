using DigestBot.Core.Ranking.Signals;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>
/// Chooses ten of the candidates: what most people complain of, something of each kind where the week has it, the worst case
/// even when it is rare, and else the best, where the next of the same department or subject counts less than the first.
/// Nothing stands twice, neither under two names nor as two kinds.
/// </summary>
internal sealed class Selection(List<RankedStory> candidates, RankingWeek week)
{
    private const int Places = 10;
    private const int Bench = 5;
    private const int Frequent = 5;
    private const double SameDepartment = 0.94;
    private const double SameDepartmentAgain = 0.8;
    private const double NewDepartment = 1.06;
    private const double NewSource = 1.06;
    private const double RelatedSubject = 0.6;
    private const double OneTooMany = 0.7;
    private const double OneVoice = 0.6;
    private const double Dismissed = 0.4;
    private const int Heard = 25;
    private const int Crowd = 5;
    private const double ShareOfWeek = 0.01;
    private const int BusyWeek = 200;
    private const int Rare = 5;

    private static readonly (TouchPointKind Kind, int Fewest, int Most)[] Quotas =
    [
        (TouchPointKind.Issue, 3, 7),
        (TouchPointKind.Win, 2, 4),
        (TouchPointKind.Trend, 1, 5),
        (TouchPointKind.Suggestion, 1, 3),
    ];

    private readonly List<RankedStory> _chosen = [];
    private int _places = Places;
    private readonly SeveritySignal _severity = new();
    private readonly FeedbackSignal _feedback = new();

    public RankedWeek Choose(IReadOnlySet<string?> named)
    {
        new TrendPresenter(candidates, week).Present();
        TakeOneOf(TouchPointKind.Trend);
        TakeTheFrequent();
        foreach (var (kind, _, _) in Quotas)
            TakeOneOf(kind);
        TakeTheWorstCase();
        foreach (var (kind, fewest, _) in Quotas)
            Fill(fewest - Count(kind), candidate => candidate.Kind == kind && !IsOneVoice(candidate.Story));
        Fill(Places, _ => true);
        var top = InOrder(_chosen);
        _places += Bench;
        Fill(Bench, _ => true);
        FillNamed(named);
        return new(top, [.. InOrder(_chosen[top.Length..])]);
    }

    // The five concerns that most people have, each counted with its parts, the next of a department for less than the first.
    private void TakeTheFrequent()
    {
        var concerns = new Concerns(candidates);
        var fewest = Math.Max(Crowd, ShareOfWeek * week.Now.Authors);
        var most = concerns.Leading(fewest)
            .Where(concern => _feedback.Score(concern.Story, week) >= Dismissed)
            .ToDictionary(concern => concern, concerns.PeopleAround);
        Fill(Frequent, most.ContainsKey, concern => most[concern] * Math.Pow(SameDepartmentAgain, FromDepartment(concern.Story)));
    }

    // A kind is left out only where the week has nothing of it; then even the other side of a subject is better than none.
    private void TakeOneOf(TouchPointKind kind)
    {
        Fill(1 - Count(kind), candidate => candidate.Kind == kind && !IsLost(candidate));
        if (Count(kind) == 0 && Best(candidate => candidate.Kind == kind && !IsLost(candidate), Worth).FirstOrDefault() is { } otherSide)
            Take(otherSide);
    }

    // A crowd's concern has a severe case somewhere; what one or two people alone tell would be lost in it.
    private void TakeTheWorstCase()
    {
        if (!_chosen.Exists(chosen => IsSevere(chosen) && chosen.Story.Authors <= Rare))
            Fill(1, candidate => IsSevere(candidate) && candidate.Story.Authors <= Rare, candidate => _severity.Score(candidate.Story, week));
        if (!_chosen.Exists(IsSevere))
            Fill(1, IsSevere);
    }

    private void FillNamed(IReadOnlySet<string?> named)
    {
        foreach (var candidate in candidates.Where(candidate => named.Contains(candidate.Story.Key)).ToList())
            Take(candidate);
    }

    private bool IsSevere(RankedStory candidate) => _severity.IsSevere(candidate.Story, week);

    private int Count(TouchPointKind kind) => _chosen.Count(chosen => chosen.Kind == kind);

    private bool HasRoom(RankedStory candidate) =>
        Count(candidate.Kind) < Array.Find(Quotas, quota => quota.Kind == candidate.Kind).Most;

    private void Fill(int places, Func<RankedStory, bool> fits, Func<RankedStory, double>? worth = null)
    {
        for (; places > 0 && _chosen.Count < _places; places--)
        {
            if (Best(fits, worth ?? Worth).FirstOrDefault(candidate => !IsDouble(candidate)) is not { } best)
                return;
            Take(best);
        }
    }

    // Sorting keeps the order of equals, and the candidates come by score, then key: ties are always broken alike.
    private IOrderedEnumerable<RankedStory> Best(Func<RankedStory, bool> fits, Func<RankedStory, double> worth) =>
        candidates.Where(fits).OrderByDescending(worth);

    private void Take(RankedStory candidate)
    {
        _chosen.Add(candidate);
        candidates.Remove(candidate);
    }

    private bool IsDouble(RankedStory candidate) => _chosen.Exists(chosen => Doubles.Are(chosen, candidate));

    private double Worth(RankedStory candidate)
    {
        var worth = candidate.Score * (HasRoom(candidate) ? 1 : OneTooMany);
        if (IsOneVoice(candidate.Story) && !IsSevere(candidate))
            worth *= OneVoice;
        if (candidate.Story.Burst <= 0 && _chosen.Exists(chosen => Subjects.AreRelated(chosen.Story.Subject, candidate.Story.Subject)))
            worth *= RelatedSubject;
        if (candidate.Story.Department is not null)
            worth *= FromDepartment(candidate.Story) is > 0 and var before ? Math.Pow(SameDepartment, before) : NewDepartment;
        return IsOfNewSource(candidate.Story) ? worth * NewSource : worth;
    }

    private int FromDepartment(Story story) =>
        story.Department is { } department ? _chosen.Count(chosen => chosen.Story.Department == department) : 0;

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
