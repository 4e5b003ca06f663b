using System.Diagnostics.Metrics;

namespace DigestBot.Core.Platforms;

/// <summary>What the dispatcher counts; exported where an exporter listens.</summary>
internal static class DeliveryMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "DigestBot.Deliveries";

    private static readonly Meter Own = new(Meter);

    private static readonly Counter<long> Deliveries =
        Own.CreateCounter<long>("digestbot.deliveries", "{delivery}", "Tries to send that ended, by platform and state.");

    public static void Ended(Delivery delivery) => Deliveries.Add(
        1, new("platform", delivery.Platform), new("state", delivery.State.ToString().ToLowerInvariant()));
}
