using System.Collections.Concurrent;

namespace DigestBot.Tests.Testing;

/// <summary>Time in which short waits are over at once and long ones never: pauses between tries pass, time-outs do not strike.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<TimeSpan> _waits = [];
    private long _ticks = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero).Ticks;

    /// <summary>The short waits so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <summary>Moves the time on; nothing strikes.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < Short)
        {
            _waits.Enqueue(dueTime);
            Interlocked.Add(ref _ticks, dueTime.Ticks);
            ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        }
        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
