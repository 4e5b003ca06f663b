using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Fetches what the promise ledger of the next edition is made of.</summary>
public sealed class LedgerWriter(IFollowUpStore followUps, IEditionStore editions, IPeople people, TimeProvider clock)
{
    // Promises are counted over half a year: long enough to be fair, short enough to be about today.
    private static readonly TimeSpan Counted = TimeSpan.FromDays(182);

    /// <summary>The ledger as of now: what is open, and what was closed since the last edition went out.</summary>
    public async Task<Ledger> WriteAsync(Digest digest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = await followUps.SinceAsync(digest.Name, now - Counted, cancellationToken);
        var last = await editions.LatestPublishedAsync(digest.Name, cancellationToken);
        var names = await people.NamesAsync(all.Select(followUp => followUp.Owner), cancellationToken);
        return Ledger.Of(all, last?.PublishedAt ?? DateTimeOffset.MinValue, now, digest.Zone, id => names.GetValueOrDefault(id, id));
    }
}
