namespace DigestBot.Platforms.Teams.Connector;

/// <summary>
/// Teams' limits kept on our side ("Optimize your bot with rate limiting"): so many calls of a kind in a conversation within a second,
/// two, half a minute and an hour, fifty a second in a tenant; and what Teams has put off stays put off. The times of the last hour's
/// calls are kept, and only for conversations that had any. Several processes do not know of each other; Teams' own 429 tells them.
/// </summary>
/// <param name="clock">What the time is read from.</param>
internal sealed class TeamsLimits(TimeProvider clock)
{
    /// <summary>Shortest time between two messages into one conversation, so that half a minute's sixty are never reached.</summary>
    internal static readonly TimeSpan BetweenPosts = TimeSpan.FromMilliseconds(500);

    private static readonly Window[] Writes = [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1_800, TimeSpan.FromHours(1))];
    private static readonly Window[] Reads = [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3_600, TimeSpan.FromHours(1))];
    private static readonly Window[] All = [new(50, TimeSpan.FromSeconds(1))];

    private const int FewestKept = 1_024;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Place, ConnectorQuota? Quota), Calls> _calls = [];
    private int _sweepAt = FewestKept;

    /// <summary>Takes a place for a call, if it is free soon enough.</summary>
    /// <param name="call">The call.</param>
    /// <param name="patience">The longest wait for which the place is taken.</param>
    /// <returns>How long to wait before the call; when it is longer than <paramref name="patience"/>, no place was taken.</returns>
    public TimeSpan Take(ConnectorCall call, TimeSpan patience)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var (conversation, tenant) = (Of(call.Conversation, call.Quota), Of(call.Service.AbsoluteUri, null));
            var wait = Longer(conversation.Wait(now, call.Quota == ConnectorQuota.Write ? Writes : Reads), tenant.Wait(now, All));
            if (wait > patience)
                return wait;
            conversation.Add(now + wait);
            tenant.Add(now + wait);
            Sweep(now);
            return wait;
        }
    }

    /// <summary>Teams wants no such call in this conversation for a while.</summary>
    public void PutOff(ConnectorCall call, TimeSpan time)
    {
        lock (_gate)
            Of(call.Conversation, call.Quota).NotBefore = clock.GetUtcNow() + time;
    }

    private Calls Of(string place, ConnectorQuota? quota)
    {
        if (!_calls.TryGetValue((place, quota), out var calls))
            _calls[(place, quota)] = calls = new();
        return calls;
    }

    // Looked for only when twice as much is kept as was in use the last time.
    private void Sweep(DateTimeOffset now)
    {
        if (_calls.Count < _sweepAt)
            return;
        foreach (var (place, _) in _calls.Where(one => one.Value.Last + TimeSpan.FromHours(1) < now).ToList())
            _calls.Remove(place);
        _sweepAt = Math.Max(FewestKept, _calls.Count * 2);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private readonly record struct Window(int Most, TimeSpan Time);

    /// <summary>When calls were or will be made, oldest first.</summary>
    private sealed class Calls
    {
        private const int MostKept = 3_600;
        private readonly List<DateTimeOffset> _times = [];

        public DateTimeOffset NotBefore { get; set; }

        public DateTimeOffset Last => _times.Count > 0 && _times[^1] > NotBefore ? _times[^1] : NotBefore;

        public TimeSpan Wait(DateTimeOffset now, Window[] windows)
        {
            var free = NotBefore > now ? NotBefore : now;
            foreach (var window in windows)
            {
                if (_times.Count >= window.Most && _times[^window.Most] + window.Time is var next && next > free)
                    free = next;
            }
            return free - now;
        }

        public void Add(DateTimeOffset time)
        {
            _times.Add(time);
            if (_times.Count > 2 * MostKept)
                _times.RemoveRange(0, MostKept);
        }
    }
}
