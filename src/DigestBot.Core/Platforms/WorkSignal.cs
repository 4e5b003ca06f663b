namespace DigestBot.Core.Platforms;

/// <summary>
/// A bell that wakes one worker: rung after a commit that gave it work, so that nobody polls. Rings while the worker is busy
/// are kept as one.
/// </summary>
public abstract class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly Lock _gate = new();

    /// <summary>There is work. Never waits; safe from any thread.</summary>
    public void Ring()
    {
        lock (_gate)
        {
            if (_bell.CurrentCount == 0)
                _bell.Release();
        }
    }

    /// <summary>Ends when the bell rings, or after <paramref name="longest"/>.</summary>
    /// <param name="longest">At most this long; negative counts as zero.</param>
    /// <param name="clock">What the time is measured with.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest > TimeSpan.Zero ? longest : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _bell.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: that is an answer, not a failure.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _bell.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Rung when something was requested from the outbox.</summary>
public sealed class OutboxSignal : WorkSignal;

/// <summary>
/// Rung when something came into the inbox. It also knows how many are just coming in: each of them is waited for outside, for three
/// seconds at most, and the work on what is kept already can follow later.
/// </summary>
public sealed class InboxSignal : WorkSignal
{
    /// <summary>From so many at once on it is a rush.</summary>
    internal const int Many = 8;

    private int _arriving;
    private int _most;

    /// <summary>Since this was last asked so many came in at once that the work should leave them the machine for a moment.</summary>
    public bool TakeRush() => Interlocked.Exchange(ref _most, Volatile.Read(ref _arriving)) >= Many;

    /// <summary>One begins to come in. To be followed by <see cref="Arrived"/>, whatever becomes of it.</summary>
    public void Arriving()
    {
        var arriving = Interlocked.Increment(ref _arriving);
        if (arriving > Volatile.Read(ref _most)) // two at once may lose one of them: it is a rough measure
            Volatile.Write(ref _most, arriving);
    }

    /// <summary>One has come in: rings.</summary>
    public void Arrived()
    {
        Interlocked.Decrement(ref _arriving);
        Ring();
    }
}
