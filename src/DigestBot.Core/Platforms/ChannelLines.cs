namespace DigestBot.Core.Platforms;

/// <summary>
/// What the dispatcher keeps in mind of the lines: which are being sent to, and when the others may be. Only lines with something
/// to send are kept, and those that rest after a message, so it stays as small as what is on its way. Not for several threads.
/// </summary>
/// <param name="atATime">So many lines are sent to at a time.</param>
internal sealed class ChannelLines(int atATime)
{
    private readonly Dictionary<ChannelLine, Times> _waiting = [];
    private readonly HashSet<ChannelLine> _busy = [];

    /// <summary>When the next line may be asked, UTC; null when there is none, or no place for it before another one ends.</summary>
    public DateTimeOffset? Next => _waiting.Count == 0 || _busy.Count >= atATime ? null : _waiting.Values.Min(times => times.Free);

    /// <summary>Notes what is to be sent. A line that rests goes on resting; one that is busy is asked again anyway when it no longer is.</summary>
    public void Learn(IEnumerable<DueLine> due)
    {
        foreach (var (line, at) in due.Where(line => !_busy.Contains(line.Line)))
            _waiting[line] = _waiting.GetValueOrDefault(line) with { Due = at };
    }

    /// <summary>Lines that may be asked now, the longest waiting first; no more than there is place for.</summary>
    public IReadOnlyList<ChannelLine> Ready(DateTimeOffset now) =>
        [.. _waiting.Where(line => line.Value.Free <= now).OrderBy(line => line.Value.Free).Take(atATime - _busy.Count).Select(line => line.Key)];

    /// <summary>Notes what was found in lines that were asked: those taken from are busy, those without anything are forgotten.</summary>
    public void Asked(IEnumerable<ChannelLine> lines, Taken taken)
    {
        foreach (var line in lines)
            _waiting.Remove(line);
        _busy.UnionWith(taken.Deliveries.Select(delivery => delivery.Line));
        Learn(taken.Later);
    }

    /// <summary>The line is no longer busy; it rests, and is asked again after that and not before the platform wants.</summary>
    public void Ended(ChannelLine line, DateTimeOffset restsUntil, DateTimeOffset? notBefore)
    {
        _busy.Remove(line);
        _waiting[line] = new(restsUntil, notBefore ?? DateTimeOffset.MinValue);
    }

    private readonly record struct Times(DateTimeOffset RestsUntil, DateTimeOffset Due)
    {
        public DateTimeOffset Free => Due > RestsUntil ? Due : RestsUntil;
    }
}
