using DigestBot.Core.Mentions;

namespace DigestBot.Outgoing;

/// <summary>How fast one account of a vendor may ask; shared by all sources of that account. Safe for concurrent use.</summary>
internal sealed class AccountPace(string vendor, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private ApiQuota? _quota;

    /// <summary>When it may ask again; null when it may now.</summary>
    public DateTimeOffset? NotBefore => Now(at => _notBefore > at ? _notBefore : (DateTimeOffset?)null);

    /// <summary>What the vendor said last of the quota, or null.</summary>
    public ApiQuota? Quota => Now(_ => _quota);

    /// <summary>Returns when it is this request's turn; a quarter of a minute at most, and those in front of it.</summary>
    /// <exception cref="SourceException">The vendor wants to be left alone for longer.</exception>
    public async Task WaitAsync(TimeSpan spacing, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (NotBefore is { } until && until - clock.GetUtcNow() > WorthWaiting)
                throw new SourceException(ApiSentences.Patience(vendor, until)) { RetryAfter = until - clock.GetUtcNow() };
            var from = _next > _notBefore ? _next : _notBefore;
            if (from > clock.GetUtcNow())
                await Task.Delay(from - clock.GetUtcNow(), clock, cancellationToken);
            _next = clock.GetUtcNow() + spacing;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Learns from an answer: the pause asked for, and what is left.</summary>
    public void Learn(ApiAnswer answer, bool needsPatience)
    {
        var quota = ApiQuota.Of(answer, clock.GetUtcNow());
        lock (_gate)
        {
            _quota = quota ?? _quota;
            if (needsPatience)
                LeaveAlone(answer.RetryAfter ?? (quota?.ResetsAt - clock.GetUtcNow()));
            else if (quota is { Left: 0, ResetsAt: { } whole })
                LeaveAlone(whole - clock.GetUtcNow());
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private void LeaveAlone(TimeSpan? patience)
    {
        if (patience is not { } time || time <= TimeSpan.Zero)
            return;
        var until = clock.GetUtcNow() + (time < Longest ? time : Longest);
        if (until > _notBefore)
            _notBefore = until;
    }

    private T Now<T>(Func<DateTimeOffset, T> look)
    {
        lock (_gate)
            return look(clock.GetUtcNow());
    }
}
