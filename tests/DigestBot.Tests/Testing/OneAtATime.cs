using DigestBot.Core.Platforms;

namespace DigestBot.Tests.Testing;

/// <summary>A taker of one delivery, whichever line it stands in: what tests of single steps need.</summary>
internal static class OneAtATime
{
    /// <summary>The first that is ready, held by the taker; null when there is none.</summary>
    public static async Task<Delivery?> TakeAsync(this IDeliveries deliveries, DateTimeOffset now, TimeSpan leaseTime, CancellationToken cancellationToken)
    {
        foreach (var due in await deliveries.DueAsync(cancellationToken))
        {
            if (await deliveries.TakeAsync([due.Line], now, leaseTime, cancellationToken) is { Deliveries: [var taken] })
                return taken;
        }
        return null;
    }

    /// <summary>When the next delivery may be ready, or null when nothing waits.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(this IDeliveries deliveries, CancellationToken cancellationToken) =>
        (await deliveries.DueAsync(cancellationToken)).Min(due => (DateTimeOffset?)due.At);
}
