namespace DigestBot.Sources.Webhook;

/// <summary>How many deliveries a source may still send: a minute's worth at once, then as they grow again.</summary>
/// <param name="perMinute">At least 1.</param>
/// <param name="clock">Time.</param>
internal sealed class WebhookPace(int perMinute, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _left = perMinute;
    private long _asOf = clock.GetTimestamp();

    /// <summary>Takes one; false when none is left.</summary>
    /// <param name="wait">How long until there is one.</param>
    public bool TryTake(out TimeSpan wait)
    {
        lock (_gate)
        {
            _left = Math.Min(perMinute, _left + (clock.GetElapsedTime(_asOf).TotalMinutes * perMinute));
            _asOf = clock.GetTimestamp();
            var isThere = _left >= 1;
            _left -= isThere ? 1 : 0;
            wait = isThere ? TimeSpan.Zero : TimeSpan.FromMinutes((1 - _left) / perMinute);
            return isThere;
        }
    }
}
