using DigestBot.Core;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using Microsoft.Extensions.Options;

namespace DigestBot.Scheduling;

/// <summary>
/// Which edition is due by the clock, and whether it is still in time. The same answer however late and however often it is
/// asked, so a job that was missed, retried or recovered does what it should have done.
/// </summary>
internal sealed partial class WeeklyEditions(
    FreshScopes scopes, IOptions<ScheduleOptions> options, TimeProvider clock, ILogger<WeeklyEditions> log)
{
    /// <summary>Sends the draft that was due last; nothing when its edition has gone out meanwhile.</summary>
    public Task DraftAsync(Digest digest, CancellationToken cancellationToken)
    {
        var due = FireTimes.Last(digest.DraftAt, digest.Zone, clock.GetUtcNow());
        var week = FireTimes.WeekOf(FireTimes.Next(digest.PublishAt, digest.Zone, due), digest.Zone);
        return IsSpent(digest) ? Task.CompletedTask : scopes.RunAsync<EditionRun>((run, stop) => run.DraftAsync(digest, week, stop), cancellationToken);
    }

    /// <summary>
    /// Publishes the edition that was due last; the edition as it stands then. When its time is longer ago than the catch-up
    /// window, the curators are told instead and null is returned.
    /// </summary>
    public async Task<Edition?> PublishAsync(Digest digest, CancellationToken cancellationToken)
    {
        var due = FireTimes.Last(digest.PublishAt, digest.Zone, clock.GetUtcNow());
        var week = FireTimes.WeekOf(due, digest.Zone);
        if (IsSpent(digest))
            return null;
        if (clock.GetUtcNow() - due <= options.Value.CatchUpWindow)
            return await scopes.GetAsync<EditionRun, Edition>((run, stop) => run.PublishAsync(digest, week, stop), cancellationToken);
        if (await scopes.GetAsync<EditionRun, bool>((run, stop) => run.ReportMissedAsync(digest, week, stop), cancellationToken))
            LogMissed(digest.Name, week, due);
        return null;
    }

    // The sample's people have said all that they will ever say; an empty edition after it would only hide it.
    private static bool IsSpent(Digest digest) => digest.IsSample;

    [LoggerMessage(LogLevel.Error, "The edition {Week} of {Digest}, due {Due}, was missed and is not caught up any more; its curators were told")]
    private partial void LogMissed(string digest, DigestWeek week, DateTimeOffset due);
}
