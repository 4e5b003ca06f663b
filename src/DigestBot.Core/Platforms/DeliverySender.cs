using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Brings one delivery to its end: sends it, changes in place what stands, or looks before it sends again when an earlier try
/// ended without an answer (decisions.md 9).
/// </summary>
public sealed partial class DeliverySender(
    DeliveryRenderer renderer, ChatPlatforms platforms, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliverySender> log)
{
    /// <summary>How long a platform may take to answer; then nobody knows whether the message arrived.</summary>
    internal static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a delivery is held; longer than every call that is made for it.</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(3);

    /// <summary>Sends a delivery that was taken. Never throws: whatever goes wrong, the delivery says how it ended.</summary>
    /// <param name="delivery">As <see cref="IDeliveries.TakeAsync"/> gave it.</param>
    /// <param name="cancellationToken">Ends the try; whether the message arrived is then found out by the next one.</param>
    /// <returns>The delivery to be recorded.</returns>
    public async Task<Delivery> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        CrashPoints.Reached(CrashPoints.TakenNotSent);
        Delivery ended;
        try
        {
            ended = await TryAsync(delivery, cancellationToken);
            if (ended.State == DeliveryState.InDoubt)
                await RaiseDoubtAsync(ended);
        }
        catch (Exception failure)
        {
            LogFailed(failure, delivery.Platform, delivery.Sequence);
            ended = DeliveryOutcome.After(delivery, new SendResult.Unknown("It could not be brought to an end."), clock.GetUtcNow());
        }
        CrashPoints.Reached(CrashPoints.SentNotRecorded);
        return ended;
    }

    private async Task<Delivery> TryAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (platforms.Named(delivery.Platform) is not { } platform)
            return DeliveryOutcome.Dead(delivery, $"There is no platform '{delivery.Platform}'; name another one in Digests:Audiences.");
        OutgoingMessage? message;
        try
        {
            message = await renderer.RenderAsync(delivery, cancellationToken);
        }
        catch (Exception failure)
        {
            LogNotRead(failure, delivery.Sequence);
            return DeliveryOutcome.Postponed(delivery, "The edition could not be read.", null, clock.GetUtcNow());
        }
        if (message is null)
            return DeliveryOutcome.Dead(delivery, "There is nothing left to show: the edition has changed since.");
        return await SendAsync(platform, delivery, message, cancellationToken);
    }

    private async Task<Delivery> SendAsync(
        IChatPlatform platform, Delivery delivery, OutgoingMessage message, CancellationToken cancellationToken)
    {
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

    // In a scope of its own: what others stage at the same moment is not committed with it.
    private async Task RaiseDoubtAsync(Delivery doubted)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DoubtAlert>().RaiseAsync(doubted, CancellationToken.None);
    }

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(AnswerTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        return await call(either.Token);
    }

    [LoggerMessage(LogLevel.Warning, "Platform {Platform} failed on delivery {Sequence}; it is looked for before it is sent again")]
    private partial void LogFailed(Exception error, string platform, long sequence);

    [LoggerMessage(LogLevel.Warning, "What delivery {Sequence} shows could not be read; it is tried again soon")]
    private partial void LogNotRead(Exception error, long sequence);
}
