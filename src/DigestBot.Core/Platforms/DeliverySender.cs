using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Brings one delivery to its end: sends it, changes in place what stands, or looks before it sends again when an earlier try
/// ended without an answer (decisions.md 9).
/// </summary>
public sealed partial class DeliverySender(
    IDeliveries deliveries, DeliveryRenderer renderer, ChatPlatforms platforms, DoubtAlert doubt, TimeProvider clock,
    ILogger<DeliverySender> log)
{
    /// <summary>How long a platform may take to answer; then nobody knows whether the message arrived.</summary>
    internal static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a delivery is held; longer than every call that is made for it.</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(3);

    /// <summary>Sends a delivery that was taken, and records how it ended.</summary>
    /// <param name="delivery">As <see cref="IDeliveries.TakeAsync"/> gave it.</param>
    /// <param name="cancellationToken">Ends the try; whether the message arrived is then found out by the next one.</param>
    public async Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        CrashPoints.Reached(CrashPoints.TakenNotSent);
        var ended = await TryAsync(delivery, cancellationToken);
        if (ended.State == DeliveryState.InDoubt)
            await doubt.RaiseAsync(ended, CancellationToken.None);
        CrashPoints.Reached(CrashPoints.SentNotRecorded);
        // Not cancellable: what the platform has said is worth more than a quick end.
        var held = await deliveries.RecordAsync(ended, CancellationToken.None);
        CrashPoints.Reached(CrashPoints.Recorded);
        Tell(ended, held);
    }

    /// <summary>Gives a delivery back untouched, for the next start.</summary>
    public Task GiveBackAsync(Delivery delivery) =>
        deliveries.RecordAsync(delivery with { State = DeliveryState.Waiting }, CancellationToken.None);

    private async Task<Delivery> TryAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (platforms.Named(delivery.Platform) is not { } platform)
            return DeliveryOutcome.Dead(delivery, $"There is no platform '{delivery.Platform}'; name another one in Digests:Audiences.");
        if (await renderer.RenderAsync(delivery, cancellationToken) is not { } message)
            return DeliveryOutcome.Dead(delivery, "There is nothing left to show: the edition has changed since.");
        // It stands, a curator has seen it, but nobody knows under which id: a change would have to be a second message.
        if (delivery.Posted is null && delivery.SentVersion > 0)
            return delivery with { State = DeliveryState.Sent, SentVersion = delivery.Version };
        if (delivery.Posted is null && delivery.Attempts > 0)
            return await LookFirstAsync(platform, delivery, message, cancellationToken);
        return await PutAsync(platform, delivery, message, cancellationToken);
    }

    private async Task<Delivery> LookFirstAsync(
        IChatPlatform platform, Delivery delivery, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(platform, delivery, message, cancellationToken);
        return answer switch
        {
            // The first version is the only one that can stand; a later one is put in its place.
            LookUp.Found found when delivery.Version == 1 => DeliveryOutcome.After(delivery, new SendResult.Sent(found.Message), clock.GetUtcNow()),
            LookUp.Found found => await PutAsync(platform, delivery with { Posted = found.Message }, message, cancellationToken),
            LookUp.Absent => await PutAsync(platform, delivery with { Attempts = 0 }, message, cancellationToken),
            LookUp.CannotTell => delivery with { State = DeliveryState.InDoubt, Failure = "Nobody can tell whether it arrived." },
            _ => DeliveryOutcome.Postponed(delivery, "The platform could not be asked whether it stands.", null, clock.GetUtcNow()),
        };
    }

    private async Task<Delivery> PutAsync(
        IChatPlatform platform, Delivery delivery, OutgoingMessage message, CancellationToken cancellationToken)
    {
        SendResult result;
        try
        {
            result = delivery.Posted is { } posted
                ? await InTimeAsync(patience => platform.UpdateAsync(posted, message, patience), cancellationToken)
                : await InTimeAsync(patience => platform.PostAsync(message, patience), cancellationToken);
        }
        catch (Exception failure)
        {
            LogFailed(failure, platform.Name, delivery.Sequence);
            result = new SendResult.Unknown("No answer came.");
        }
        return DeliveryOutcome.After(delivery, result, clock.GetUtcNow());
    }

    private async Task<LookUp?> AskAsync(
        IChatPlatform platform, Delivery delivery, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await InTimeAsync(patience => platform.FindAsync(message.Key, message.Channel, message.Thread, patience), cancellationToken);
        }
        catch (Exception failure)
        {
            LogFailed(failure, platform.Name, delivery.Sequence);
            return null;
        }
    }

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(AnswerTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        return await call(either.Token);
    }

    private void Tell(Delivery ended, bool held)
    {
        if (!held)
            LogTakenOver(ended.Sequence);
        else if (ended.State is DeliveryState.Dead or DeliveryState.InDoubt)
            LogGivenUp(ended.Sequence, ended.Platform, ended.State);
        DeliveryMetrics.Ended(ended);
    }

    [LoggerMessage(LogLevel.Warning, "Platform {Platform} failed on delivery {Sequence}; it is looked for before it is sent again")]
    private partial void LogFailed(Exception error, string platform, long sequence);

    [LoggerMessage(LogLevel.Warning, "Delivery {Sequence} was taken over by another process meanwhile")]
    private partial void LogTakenOver(long sequence);

    [LoggerMessage(LogLevel.Error, "Delivery {Sequence} to {Platform} ended {State}; doctor lists it")]
    private partial void LogGivenUp(long sequence, string platform, DeliveryState state);
}
