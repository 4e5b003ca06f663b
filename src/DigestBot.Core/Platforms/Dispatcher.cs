using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Sends what the outbox holds: several channels at a time, each in order and at its platform's pace. Woken by the bell and
/// by the time of what waits; never polls while there is nothing.
/// </summary>
public sealed partial class Dispatcher(
    IServiceScopeFactory scopes, ChatPlatforms platforms, OutboxSignal bell, TimeProvider clock, ILogger<Dispatcher> log) : IDisposable
{
    private const int ChannelsAtATime = 4;

    // Another process on the same database cannot ring this one's bell.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    // What is due but stands behind another one rings when its turn comes; asking at once again would be polling.
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _places = new(ChannelsAtATime);
    private readonly List<Task> _underWay = [];
    private readonly ConcurrentDictionary<(string Platform, string Channel), DateTimeOffset> _lastSent = [];

    /// <summary>Runs until <paramref name="stop"/>; then takes nothing more and ends when the sends under way have ended.</summary>
    /// <param name="stop">Take no more.</param>
    /// <param name="hurry">Break off the sends under way too; they are looked for at the next start.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken hurry)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await StartAllAsync(stop, hurry);
                await bell.WaitAsync(await SleepAsync(stop), clock, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                LogStoreFailed(failure);
                await bell.WaitAsync(LongestSleep, clock, CancellationToken.None);
            }
        }
        await Task.WhenAll(_underWay);
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    /// <summary>Sends all that may go out now and what becomes free by that, and ends.</summary>
    internal async Task DrainAsync(CancellationToken stop, CancellationToken hurry)
    {
        while (await StartAllAsync(stop, hurry))
            await Task.WhenAll(_underWay);
    }

    // Whether there was anything to start.
    private async Task<bool> StartAllAsync(CancellationToken stop, CancellationToken hurry)
    {
        var hasStarted = false;
        while (await TakeIntoPlaceAsync(stop) is { } delivery)
        {
            Start(delivery, stop, hurry);
            hasStarted = true;
        }
        return hasStarted;
    }

    // A delivery comes with a place, which its sending gives back.
    private async Task<Delivery?> TakeIntoPlaceAsync(CancellationToken stop)
    {
        await _places.WaitAsync(stop);
        Delivery? delivery = null;
        try
        {
            delivery = await TakeAsync(stop);
            return delivery;
        }
        finally
        {
            if (delivery is null)
                _places.Release();
        }
    }

    private async Task<Delivery?> TakeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deliveries = scope.ServiceProvider.GetRequiredService<IDeliveries>();
        return await deliveries.TakeAsync(clock.GetUtcNow(), DeliverySender.LeaseTime, stop);
    }

    private void Start(Delivery delivery, CancellationToken stop, CancellationToken hurry)
    {
        _underWay.RemoveAll(sending => sending.IsCompleted);
        _underWay.Add(SendAsync(delivery, stop, hurry));
    }

    private async Task SendAsync(Delivery delivery, CancellationToken stop, CancellationToken hurry)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<DeliverySender>();
            if (await KeepPaceAsync(delivery, stop))
                await sender.SendAsync(delivery, hurry);
            else
                await sender.GiveBackAsync(delivery);
        }
        catch (Exception failure)
        {
            // It stays in Sending; when its lease is over it is looked for and sent.
            LogSendFailed(failure, delivery.Sequence);
        }
        finally
        {
            _places.Release();
            bell.Ring(); // what waits behind it in its channel can go now
        }
    }

    // The delivery is held meanwhile, so nothing overtakes it in its channel.
    private async Task<bool> KeepPaceAsync(Delivery delivery, CancellationToken stop)
    {
        var channel = (delivery.Platform, delivery.Channel);
        var now = clock.GetUtcNow();
        var free = _lastSent.TryGetValue(channel, out var last) ? last + (platforms.Named(delivery.Platform)?.Pace ?? TimeSpan.Zero) : now;
        try
        {
            if (free > now)
                await Task.Delay(free - now, clock, stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        _lastSent[channel] = clock.GetUtcNow();
        return true;
    }

    private async Task<TimeSpan> SleepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<IDeliveries>().NextDueAsync(stop);
        var wait = due is { } at ? at - clock.GetUtcNow() : LongestSleep;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, ShortestSleep.Ticks, LongestSleep.Ticks));
    }

    [LoggerMessage(LogLevel.Error, "The outbox cannot be read; trying again soon")]
    private partial void LogStoreFailed(Exception error);

    [LoggerMessage(LogLevel.Error, "Delivery {Sequence} could not be brought to an end; it is looked for when its lease is over")]
    private partial void LogSendFailed(Exception error, long sequence);
}
