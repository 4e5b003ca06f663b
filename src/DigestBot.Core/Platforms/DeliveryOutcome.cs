namespace DigestBot.Core.Platforms;

/// <summary>What becomes of a delivery by what the platform said. Pure; no jitter, since one channel has one sender.</summary>
internal static class DeliveryOutcome
{
    /// <summary>With the back-off below about a day; then it is a dead letter.</summary>
    internal const int GiveUpAfter = 150;

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromHours(1);

    /// <summary>The delivery after a send or a change in place.</summary>
    public static Delivery After(Delivery delivery, SendResult result, DateTimeOffset now) => result switch
    {
        SendResult.Sent sent => Sent(delivery, sent.Message),
        SendResult.Refused refused => Dead(delivery, refused.Reason),
        SendResult.NotSent not => Postponed(delivery, not.Reason, not.RetryAfter, now),
        SendResult.Unknown unknown => Postponed(delivery with { Attempts = delivery.Attempts + 1 }, unknown.Reason, null, now),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>It stands in the version that was rendered.</summary>
    public static Delivery Sent(Delivery delivery, PostedMessage message) => delivery with
    {
        State = DeliveryState.Sent, Posted = message, SentVersion = delivery.Version,
        Attempts = 0, Postponed = 0, NotBefore = null, Failure = null,
    };

    /// <summary>It cannot be sent.</summary>
    public static Delivery Dead(Delivery delivery, string reason) => delivery with { State = DeliveryState.Dead, Failure = reason };

    /// <summary>Later: when the platform asked for it, otherwise after 1, 2, 4 ... seconds, at most ten minutes.</summary>
    public static Delivery Postponed(Delivery delivery, string reason, TimeSpan? asked, DateTimeOffset now)
    {
        if (delivery.Postponed >= GiveUpAfter)
            return Dead(delivery, reason);
        var wait = asked is { } time ? Least(time, LongestAskedFor) : BackOff(delivery.Postponed);
        return delivery with
        {
            State = DeliveryState.Waiting, Postponed = delivery.Postponed + 1, NotBefore = now + wait, Failure = reason,
        };
    }

    private static TimeSpan BackOff(int before) => Least(TimeSpan.FromSeconds(1L << Math.Min(before, 20)), LongestBackOff);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
