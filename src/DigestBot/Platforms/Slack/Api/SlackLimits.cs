namespace DigestBot.Platforms.Slack.Api;

/// <summary>
/// Slack's limits kept on our side: each method in each workspace has its calls a minute, each channel its one post a second, and
/// what Slack has put off stays put off. One moment is kept for each of them (generic cell rate algorithm), and only until it has
/// passed, so that thousands of workspaces cost what is busy now. Several processes do not know of each other; Slack's own 429
/// tells them.
/// </summary>
/// <param name="clock">What the time is read from.</param>
internal sealed class SlackLimits(TimeProvider clock)
{
    /// <summary>Shortest time between two posts into one channel.</summary>
    internal static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);

    // A tier counts over a minute; half of it may come at once.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private const int FewestKept = 1_024;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string? Workspace, string What), DateTimeOffset> _busyUntil = [];
    private int _sweepAt = FewestKept;

    /// <summary>How many limits are remembered.</summary>
    internal int Kept
    {
        get
        {
            lock (_gate)
                return _busyUntil.Count;
        }
    }

    /// <summary>Takes a place for a call, if it is free soon enough.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="call">The call.</param>
    /// <param name="patience">The longest wait for which the place is taken.</param>
    /// <returns>How long to wait before the call; when it is longer than <paramref name="patience"/>, no place was taken.</returns>
    public TimeSpan Take(string? workspace, SlackCall call, TimeSpan patience)
    {
        var method = (workspace, call.Method.Name);
        (string?, string)? channel = call.Method.IsPaced && call.Channel is not null ? (workspace, $"#{call.Channel}") : null;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var wait = Wait(method, now, Burst);
            if (channel is { } paced && Wait(paced, now, TimeSpan.Zero) is var forChannel && forChannel > wait)
                wait = forChannel;
            if (wait > patience)
                return wait;
            Occupy(method, now, Minute / call.Method.PerMinute);
            if (channel is { } taken)
                Occupy(taken, now + wait, BetweenPosts);
            Sweep(now);
            return wait;
        }
    }

    /// <summary>Slack wants no call of this method in this workspace for a while.</summary>
    public void PutOff(string? workspace, SlackMethod method, TimeSpan time)
    {
        lock (_gate)
            _busyUntil[(workspace, method.Name)] = clock.GetUtcNow() + time + Burst;
    }

    private TimeSpan Wait((string?, string) limit, DateTimeOffset now, TimeSpan burst) =>
        _busyUntil.TryGetValue(limit, out var until) && until - burst > now ? until - burst - now : TimeSpan.Zero;

    private void Occupy((string?, string) limit, DateTimeOffset from, TimeSpan time) =>
        _busyUntil[limit] = (_busyUntil.TryGetValue(limit, out var until) && until > from ? until : from) + time;

    // What has passed says nothing any more. Looked for only when twice as much is kept as was in use the last time.
    private void Sweep(DateTimeOffset now)
    {
        if (_busyUntil.Count < _sweepAt)
            return;
        foreach (var (limit, _) in _busyUntil.Where(one => one.Value <= now).ToList())
            _busyUntil.Remove(limit);
        _sweepAt = Math.Max(FewestKept, _busyUntil.Count * 2);
    }
}
