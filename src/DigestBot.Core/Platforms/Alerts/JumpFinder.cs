namespace DigestBot.Core.Platforms.Alerts;

/// <summary>Finds what jumps: the last hour against the twelve before, the last day against the fourteen before. Pure.</summary>
internal sealed class JumpFinder
{
    private const int HoursBefore = 12;
    private readonly SubjectHistory _history;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<AlertSubject, List<Glimpse>> _recent = [];

    /// <summary>Sorts what was said by subject.</summary>
    /// <param name="history">The days before.</param>
    /// <param name="lastDay">What was said in the last 24 hours, by time.</param>
    /// <param name="now">Now.</param>
    public JumpFinder(SubjectHistory history, IEnumerable<Glimpse> lastDay, DateTimeOffset now)
    {
        (_history, _now) = (history, now);
        foreach (var glimpse in lastDay.Where(glimpse => history.Knows(glimpse.Id.Source)))
        {
            foreach (var subject in glimpse.Subjects)
                Of(subject).Add(glimpse);
        }
    }

    /// <summary>What jumps now, each event once.</summary>
    public IReadOnlyList<Jump> Find() => JumpEvents.Of([.. _recent.Keys.Select(OrNull).OfType<Jump>()]);

    private Jump? OrNull(AlertSubject subject)
    {
        var day = Of(subject);
        if (People(day) is var people && people < JumpRule.Hour.Fewest)
            return null;
        var hour = day.FindAll(glimpse => glimpse.SaidAt >= _now.AddHours(-1));
        var (inHour, hourJumps) = JumpRule.Hour.Judge(People(hour), Hours(subject, day));
        var (inDay, dayJumps) = JumpRule.Day.Judge(people, Days(subject));
        return hourJumps || dayJumps ? new([subject], inHour, inDay) { IsOfHour = hourJumps, Told = hourJumps ? hour : day } : null;
    }

    private IReadOnlyList<Reference> Hours(AlertSubject subject, List<Glimpse> day)
    {
        var before = Enumerable.Range(1, HoursBefore)
            .Select(back => (double)People(day.FindAll(glimpse => glimpse.SaidAt >= _now.AddHours(-back - 1) && glimpse.SaidAt < _now.AddHours(-back))));
        return
        [
            new([.. before], JumpRule.Rare),
            .. Heard(_history.SameHours(subject, _now), JumpRule.Unusual),
            .. Heard(_history.SameWeekdayHours(subject), JumpRule.Odd),
        ];
    }

    private IReadOnlyList<Reference> Days(AlertSubject subject) =>
        [.. Heard(_history.Days(subject, every: 1), JumpRule.Rare), .. Heard(_history.Days(subject, every: 7), JumpRule.Odd)];

    private static IEnumerable<Reference> Heard(IReadOnlyList<double> windows, double most) => windows.Count == 0 ? [] : [new(windows, most)];

    private static int People(IEnumerable<Glimpse> glimpses) => glimpses.Select(glimpse => glimpse.Person).Distinct().Count();

    private List<Glimpse> Of(AlertSubject subject) => _recent.TryGetValue(subject, out var told) ? told : _recent[subject] = [];
}
