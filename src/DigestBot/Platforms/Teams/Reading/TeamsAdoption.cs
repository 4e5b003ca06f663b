using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>
/// Learns where a message stands of which a curator had said only that it is there: the first press on it names it, and from then on it
/// is changed in place like any other.
/// </summary>
internal sealed class TeamsAdoption(IOutbox outbox, IDeliveries deliveries, OutboxSignal bell)
{
    /// <summary>Learns what the activity tells; mostly nothing.</summary>
    public async Task AdoptAsync(Activity activity, TeamsFrom from, CancellationToken cancellationToken)
    {
        if (from.MessageThere is not { } pressed || TeamsMark.In(activity) is not { } mark || await outbox.FindAsync(pressed, cancellationToken) is not null)
            return;
        if (await deliveries.AdoptAsync(mark, pressed, cancellationToken))
            bell.Ring();
    }
}
