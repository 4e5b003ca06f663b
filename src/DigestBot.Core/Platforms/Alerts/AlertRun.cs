using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>
/// One check whether something jumps. The book and what is said about it are one commit; a check that was broken off or lost against
/// another process left nothing behind. Of one scope and used once (<see cref="FreshScopes"/>).
/// </summary>
public sealed class AlertRun(
    IAlertBooks books, IGlimpses glimpses, AlertHistory histories, IMentionStore mentions, AlertQuotes quotes, IOutbox outbox, IUnitOfWork work,
    OutboxSignal bell, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Checks; the number of messages that are sent or changed.</summary>
    /// <param name="digest">Whose curators are told; nothing happens without any.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    /// <exception cref="ConcurrentChangeException">Another process checked first.</exception>
    public async Task<int> CheckAsync(Digest digest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var book = await books.FindAsync(digest.Name, cancellationToken) ?? new() { Digest = digest.Name, BegunAt = now };
        if (digest.Curators is null || now - book.CheckedAt < AlertRules.OneCheck)
            return 0;
        var said = await SaidAsync(now, cancellationToken);
        var jumps = new JumpFinder(await histories.AtAsync(now, cancellationToken), said.Heard, now).Find();
        var keeper = new AlertKeeper(book, digest.Zone, now);
        var after = keeper.Check(jumps, said.Severe);
        after = await RequestAsync(digest, after, keeper.Changed, jumps, cancellationToken);
        books.Save(after with { Version = book.Version + 1 });
        await work.CommitAsync(cancellationToken);
        bell.Ring();
        return keeper.Changed.Count;
    }

    // What a source brings of the time before it was listened to is no news; what it brings after a silence makes no crowd.
    private async Task<(IReadOnlyList<Glimpse> Heard, IReadOnlyList<Glimpse> Severe)> SaidAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var firstRuns = await glimpses.FirstRunsAsync(cancellationToken);
        var returned = ReturnedSources.Of(await mentions.RunsAsync(now - ReturnedSources.Span, now, cancellationToken));
        var (heard, severe) = (new List<Glimpse>(), new List<Glimpse>());
        await foreach (var glimpse in glimpses.BetweenAsync(now - Day, now, cancellationToken))
        {
            if (!returned.Contains(glimpse.Id.Source))
                heard.Add(glimpse);
            if (glimpse.Severity >= AlertRules.Severe && !(firstRuns.TryGetValue(glimpse.Id.Source, out var first) && glimpse.SaidAt < first))
                severe.Add(glimpse);
        }
        return (heard, severe);
    }

    private async Task<AlertBook> RequestAsync(
        Digest digest, AlertBook book, IReadOnlyList<Alert> changed, IReadOnlyList<Jump> jumps, CancellationToken cancellationToken)
    {
        var quoted = new Dictionary<string, Alert>(StringComparer.Ordinal);
        foreach (var alert in changed)
        {
            var voiced = await VoicedAsync(alert, jumps, cancellationToken);
            var words = await quotes.WordsAsync(voiced.Quoted, cancellationToken);
            if (AlertRules.Delivery(digest, voiced, AlertWords.Of(voiced, digest, words, clock.GetUtcNow())) is { } delivery)
                outbox.Request(delivery);
            quoted[voiced.Id] = voiced;
        }
        return book with { Alerts = [.. book.Alerts.Select(alert => quoted.GetValueOrDefault(alert.Id, alert))] };
    }

    private async Task<Alert> VoicedAsync(Alert alert, IReadOnlyList<Jump> jumps, CancellationToken cancellationToken)
    {
        if (alert.IsSevere || await quotes.WordsAsync(alert.Quoted, cancellationToken) is not null)
            return alert;
        var jump = jumps.FirstOrDefault(jump => jump.Subjects.Any(subject => alert.Subjects.Contains(subject.ToString(), StringComparer.Ordinal)));
        return jump is null ? alert : alert with { Quoted = await quotes.ClearestAsync(jump.Told, cancellationToken) };
    }
}
