using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Sends what the outbox holds: many channels at a time, each in order and at its platform's pace. It works in rounds: records
/// what has ended, takes what may go, has it sent. A channel that rests costs nothing but a note in memory; one transaction a
/// round serves all of them. Woken by the bell, by what ends and by the time of what waits; never polls while there is nothing.
/// </summary>
public sealed partial class Dispatcher(
    IDeliveries deliveries, IServiceScopeFactory scopes, ChatPlatforms platforms, OutboxSignal bell, TimeProvider clock, ILogger<Dispatcher> log)
    : IDisposable
{
    private const int ChannelsAtATime = 256;

    // Another process on the same database cannot ring this one's bell.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    // Between two rounds, so that under load a round has many to record and to take, and a click waits unnoticeably.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly ChannelLines _lines = new(ChannelsAtATime);
    private readonly ConcurrentQueue<EndedSend> _ended = [];
    private readonly RoundSignal _next = new();
    private readonly List<Task> _underWay = [];
    private volatile bool _hasNews = true;

    /// <summary>Runs until <paramref name="stop"/>; then takes nothing more and ends when the sends under way have ended.</summary>
    /// <param name="stop">Take no more.</param>
    /// <param name="hurry">Break off the sends under way too; they are looked for at the next start.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken hurry)
    {
        try
        {
            await Task.WhenAll(ListenAsync(stop), WorkAsync(stop, hurry));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop: what is under way is brought to its end.
        }
        await Task.WhenAll(_underWay);
        await TryAsync(RecordEndedAsync, CancellationToken.None);
    }

    /// <inheritdoc />
    public void Dispose() => _next.Dispose();

    /// <summary>Sends all that may go out now and what becomes free by that, and ends.</summary>
    internal async Task DrainAsync(CancellationToken stop, CancellationToken hurry)
    {
        do
        {
            await Task.WhenAll(_underWay);
            _hasNews = true;
        }
        while (await RoundAsync(stop, hurry));
    }

    // The bell says that something was requested, not where: that is read again.
    private async Task ListenAsync(CancellationToken stop)
    {
        while (true)
        {
            await bell.WaitAsync(LongestSleep, clock, stop);
            _hasNews = true;
            _next.Ring();
        }
    }

    private async Task WorkAsync(CancellationToken stop, CancellationToken hurry)
    {
        while (true)
        {
            var isWell = await TryAsync(() => RoundAsync(stop, hurry), stop);
            await _next.WaitAsync(isWell ? UntilNext() : LongestSleep, clock, stop);
            await Task.Delay(Breath, clock, stop);
        }
    }

    private TimeSpan UntilNext() => _lines.Next - clock.GetUtcNow() is { } wait && wait < LongestSleep ? wait : LongestSleep;

    // Whether anything was begun.
    private async Task<bool> RoundAsync(CancellationToken stop, CancellationToken hurry)
    {
        await RecordEndedAsync();
        await ReadNewsAsync(stop);
        var lines = _lines.Ready(clock.GetUtcNow());
        if (lines.Count == 0)
            return false;
        var taken = await deliveries.TakeAsync(lines, clock.GetUtcNow(), DeliverySender.LeaseTime, stop);
        _lines.Asked(lines, taken);
        _underWay.RemoveAll(sending => sending.IsCompleted);
        _underWay.Add(SendAllAsync(taken.Deliveries, hurry));
        return taken.Deliveries.Count > 0;
    }

    private async Task ReadNewsAsync(CancellationToken stop)
    {
        if (!_hasNews)
            return;
        _hasNews = false; // before the reading: what is requested during it is news again
        _lines.Learn(await deliveries.DueAsync(stop));
    }

    // Not cancellable: what the platforms have said is worth more than a quick end. When it fails it is tried again next round.
    private async Task RecordEndedAsync()
    {
        var ended = _ended.ToArray();
        if (ended.Length == 0)
            return;
        var held = await deliveries.RecordAsync([.. ended.Select(send => send.Delivery)], CancellationToken.None);
        foreach (var (send, isHeld) in ended.Zip(held))
        {
            _ended.TryDequeue(out _);
            CrashPoints.Reached(CrashPoints.Recorded);
            _lines.Ended(send.Delivery.Line, send.At + PaceOf(send.Delivery), send.Delivery.NotBefore);
            Tell(send.Delivery, isHeld);
        }
    }

    // Begun after the taking and in one scope, so each edition is read once for all of them, and new enough for every one.
    private async Task SendAllAsync(IReadOnlyList<Delivery> taken, CancellationToken hurry)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<DeliverySender>();
        await Task.WhenAll(taken.Select(delivery => SendAsync(sender, delivery, hurry)));
    }

    private async Task SendAsync(DeliverySender sender, Delivery delivery, CancellationToken hurry)
    {
        var ended = await sender.SendAsync(delivery, hurry);
        _ended.Enqueue(new(ended, clock.GetUtcNow()));
        _next.Ring();
    }

    // Counted from the answer, not from the asking: however long one is under way, the next one arrives no sooner than allowed.
    private TimeSpan PaceOf(Delivery delivery) => platforms.Named(delivery.Platform)?.Pace ?? TimeSpan.Zero;

    private async Task<bool> TryAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && stop.IsCancellationRequested))
        {
            _hasNews = true;
            LogStoreFailed(failure);
            return false;
        }
    }

    private void Tell(Delivery ended, bool held)
    {
        if (!held)
            LogTakenOver(ended.Sequence);
        else if (ended.State is DeliveryState.Dead or DeliveryState.InDoubt)
            LogGivenUp(ended.Sequence, ended.Platform, ended.State);
        DeliveryMetrics.Ended(ended);
    }

    [LoggerMessage(LogLevel.Error, "The outbox cannot be read or written; trying again soon")]
    private partial void LogStoreFailed(Exception error);

    [LoggerMessage(LogLevel.Warning, "Delivery {Sequence} was taken over by another process meanwhile")]
    private partial void LogTakenOver(long sequence);

    [LoggerMessage(LogLevel.Error, "Delivery {Sequence} to {Platform} ended {State}; doctor lists it")]
    private partial void LogGivenUp(long sequence, string platform, DeliveryState state);

    /// <summary>How a send ended, and when (UTC).</summary>
    private sealed record EndedSend(Delivery Delivery, DateTimeOffset At);

    /// <summary>Rung when there is a reason for another round.</summary>
    private sealed class RoundSignal : WorkSignal;
}
