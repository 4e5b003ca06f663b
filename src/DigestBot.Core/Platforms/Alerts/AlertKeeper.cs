using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>
/// What one check makes of the book: which alerts begin, change and end. Pure: the same book and the same check give the same
/// result, so that a check that is repeated says nothing twice.
/// </summary>
/// <param name="book">As it was; its version is not touched here.</param>
/// <param name="zone">Where days begin.</param>
/// <param name="now">Of the check.</param>
internal sealed class AlertKeeper(AlertBook book, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly List<Alert> _alerts = [.. book.Alerts.Where(alert => alert.EndedAt is null || now - alert.SeenAt < AlertRules.KeptFor)];
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _severe = new(book.Severe.Where(told => now - told.Value < TimeSpan.FromDays(3)), StringComparer.Ordinal);

    /// <summary>Alerts whose message must be sent or changed.</summary>
    public IReadOnlyList<Alert> Changed => _alerts.FindAll(alert => _changed.Contains(alert.Id));

    /// <summary>The book after the check.</summary>
    public AlertBook Check(IReadOnlyList<Jump> jumps, IEnumerable<Glimpse> severe)
    {
        foreach (var jump in jumps)
            See(jump);
        foreach (var glimpse in severe.Where(IsNews))
            Tell(glimpse);
        for (var at = 0; at < _alerts.Count; at++)
            Age(at);
        return book with
        {
            CheckedAt = now,
            Waiting = _waiting,
            Alerts = [.. _alerts],
            Severe = _severe,
            Quiet = book.Quiet.Where(quiet => quiet.Value > now).ToDictionary(StringComparer.Ordinal),
        };
    }

    private void See(Jump jump)
    {
        var subjects = jump.Subjects.Select(subject => subject.ToString()).ToList();
        var known = _alerts.FindIndex(alert => alert is { EndedAt: null, IsSevere: false } && alert.Subjects.Intersect(subjects, StringComparer.Ordinal).Any());
        if (known >= 0)
            Go(known, jump, subjects);
        else if (!subjects.Exists(IsQuiet) && !Begins(jump, subjects))
            _waiting.AddRange(subjects);
    }

    private bool Begins(Jump jump, List<string> subjects)
    {
        var toldToday = ToldToday(isSevere: false);
        if (now - book.CheckedAt > AlertRules.InARow || toldToday >= AlertRules.MostADay || !subjects.Intersect(book.Waiting, StringComparer.Ordinal).Any())
            return false;
        Add(new()
        {
            Id = StableHash.Id(book.Digest, subjects[0], jump.Since.ToString("O")),
            Subjects = subjects, Since = jump.Since, ToldAt = now, ChangedAt = now, SeenAt = now,
            Crowd = jump.Crowd, IsOfHour = jump.IsOfHour, Height = jump.Crowd.People, Sources = jump.Sources,
            IsLastOfDay = toldToday + 1 == AlertRules.MostADay,
        });
        return true;
    }

    private void Go(int at, Jump jump, List<string> subjects)
    {
        var alert = _alerts[at];
        _seen.Add(alert.Id);
        _alerts[at] = alert = alert with { SeenAt = now, Missed = 0, Subjects = [.. alert.Subjects.Union(subjects, StringComparer.Ordinal)] };
        if (!alert.IsOpen || now - alert.ChangedAt < AlertRules.Settling || !IsNoticeable(alert, jump))
            return;
        _changed.Add(alert.Id);
        _alerts[at] = alert with
        {
            ChangedAt = now, Crowd = jump.Crowd, IsOfHour = jump.IsOfHour, Height = Math.Max(alert.Height, jump.Crowd.People), Sources = jump.Sources,
        };
    }

    private static bool IsNoticeable(Alert alert, Jump jump) =>
        alert.IsOfHour != jump.IsOfHour
        || Math.Abs(jump.Crowd.People - alert.Crowd.People) >= AlertRules.Noticeable * alert.Crowd.People
        || jump.Sources.Except(alert.Sources, StringComparer.Ordinal).Any();

    // A severe mention is told at once; those of the same topic, and those after the day's last, stand in one message.
    private void Tell(Glimpse glimpse)
    {
        _severe[glimpse.Id.ToString()] = glimpse.SaidAt;
        var subject = glimpse.Topics.Count > 0 ? glimpse.Topics[0] : "";
        if (IsQuiet(subject))
            return;
        var toldToday = ToldToday(isSevere: true);
        var known = _alerts.FindLastIndex(alert => alert is { IsSevere: true, QuietedBy: null } && (alert.EndedAt is null && alert.Subjects[0] == subject));
        if (known < 0 && toldToday >= AlertRules.MostADay)
            known = _alerts.FindLastIndex(alert => alert is { IsSevere: true, QuietedBy: null });
        if (known >= 0)
            _alerts[known] = With(_alerts[known], glimpse);
        else if (toldToday < AlertRules.MostADay)
            Add(Severe(glimpse, subject, isLast: toldToday + 1 == AlertRules.MostADay));
    }

    private Alert With(Alert alert, Glimpse glimpse)
    {
        _changed.Add(alert.Id);
        _seen.Add(alert.Id);
        var count = alert.Crowd.People + 1;
        return alert with
        {
            ChangedAt = now, SeenAt = now, Missed = 0, EndedAt = null, Crowd = new(count, 0), Height = count,
            Sources = [.. alert.Sources.Union([glimpse.Id.Source], StringComparer.Ordinal)], Quoted = glimpse.Id,
        };
    }

    private Alert Severe(Glimpse glimpse, string subject, bool isLast) => new()
    {
        Id = StableHash.Id(book.Digest, "severe", glimpse.Id.ToString()),
        IsSevere = true, Subjects = [subject], Since = glimpse.SaidAt, ToldAt = now, ChangedAt = now, SeenAt = now,
        Crowd = new(1, 0), Height = 1, Sources = [glimpse.Id.Source], Quoted = glimpse.Id, IsLastOfDay = isLast,
    };

    private void Add(Alert alert)
    {
        _alerts.Add(alert);
        _changed.Add(alert.Id);
        _seen.Add(alert.Id);
    }

    // Said before the first check it is no news, and neither is it when it arrives days late.
    private bool IsNews(Glimpse glimpse) => glimpse.SaidAt >= book.BegunAt - AlertRules.InARow && !_severe.ContainsKey(glimpse.Id.ToString());

    private void Age(int at)
    {
        var alert = _alerts[at];
        if (alert.EndedAt is not null || _seen.Contains(alert.Id))
            return;
        alert = alert with { Missed = alert.Missed + 1 };
        if (alert.Missed >= AlertRules.OverAfterChecks && now - alert.SeenAt >= AlertRules.OverAfter)
        {
            alert = alert with { EndedAt = alert.SeenAt };
            if (alert is { QuietedBy: null, IsSevere: false })
                _changed.Add(alert.Id);
        }
        _alerts[at] = alert;
    }

    private bool IsQuiet(string subject) => book.Quiet.TryGetValue(subject, out var until) && until > now;

    private int ToldToday(bool isSevere) => _alerts.Count(alert => alert.IsSevere == isSevere && Day(alert.ToldAt) == Day(now));

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
