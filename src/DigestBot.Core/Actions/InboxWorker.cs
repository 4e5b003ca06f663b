using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Actions;

/// <summary>
/// Does what came into the inbox, in order. The effect and the mark "done" are one commit, so a killed process does it
/// again or has done it, never both.
/// </summary>
public sealed partial class InboxWorker(
    IServiceScopeFactory scopes, IEnumerable<IInboxReader> readers, ActionRunner runner, InboxSignal bell, OutboxSignal outboxBell,
    TimeProvider clock, ILogger<InboxWorker> log)
{
    /// <summary>After so many tries in vain an item is set aside for <c>doctor</c>.</summary>
    internal const int GiveUpAfter = 5;

    private const int AtATime = 64;

    // Another process on the same database cannot ring this one's bell.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    // While many come in at once, so that their acknowledgements do not wait for the work; a little is done all the same.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, IInboxReader> _readers = readers.ToDictionary(reader => reader.Platform, StringComparer.Ordinal);

    /// <summary>Works until <paramref name="stop"/>; the action under way is finished.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(await HandleAllAsync(stop), clock, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogStoreFailed(failure);
                await bell.WaitAsync(LongestSleep, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Handles what is pending; how long to sleep then, shorter when something failed and is to be tried again.</summary>
    internal async Task<TimeSpan> HandleAllAsync(CancellationToken stop)
    {
        while (true)
        {
            var pending = await InboxAsync(inbox => inbox.PendingAsync(AtATime, stop));
            var failures = 0;
            foreach (var item in pending)
            {
                stop.ThrowIfCancellationRequested();
                if (bell.TakeRush())
                    await Task.Delay(Breath, clock, stop);
                failures += await HandleAsync(item) ? 0 : 1;
            }
            if (failures > 0)
                return BackOff(pending);
            if (pending.Count == 0)
                return LongestSleep;
        }
    }

    private static TimeSpan BackOff(IReadOnlyList<InboxItem> pending) =>
        TimeSpan.FromSeconds(1L << Math.Min(3, pending.Max(item => item.Attempts)));

    private async Task<bool> HandleAsync(InboxItem item)
    {
        try
        {
            var reader = _readers.GetValueOrDefault(item.Platform);
            var work = reader is null ? new InboxWork.NotUnderstood() : await reader.ReadAsync(item, CancellationToken.None);
            await DoAsync(item, work, reader);
            return true;
        }
        catch (Exception failure)
        {
            LogFailed(failure, item.Platform, item.Attempts + 1);
            await InboxAsync(inbox => inbox.FailedAsync(item, failure.GetType().Name, GiveUpAfter, CancellationToken.None));
            return false;
        }
    }

    private async Task DoAsync(InboxItem item, InboxWork work, IInboxReader? reader)
    {
        switch (work)
        {
            case InboxWork.Asked asked:
                reader?.Answered(item, asked.Request, await runner.RunAsync(asked.Request with { Event = item }, CancellationToken.None));
                break;
            case InboxWork.Effect effect:
                await CommitAsync(item, effect.StageAsync);
                outboxBell.Ring();
                break;
            case InboxWork.Nothing:
                await CommitAsync(item, (_, _) => Task.CompletedTask);
                break;
            default:
                await InboxAsync(inbox => inbox.FailedAsync(item, "It cannot be understood.", giveUpAfter: 1, CancellationToken.None));
                LogNotUnderstood(item.Platform);
                break;
        }
    }

    private async Task CommitAsync(InboxItem item, Func<IServiceProvider, CancellationToken, Task> stage)
    {
        await using var scope = scopes.CreateAsyncScope();
        await stage(scope.ServiceProvider, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<IInbox>().StageDone(item);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
    }

    private async Task<T> InboxAsync<T>(Func<IInbox, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IInbox>());
    }

    private async Task InboxAsync(Func<IInbox, Task> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<IInbox>());
    }

    [LoggerMessage(LogLevel.Error, "The inbox cannot be read; trying again soon")]
    private partial void LogStoreFailed(Exception error);

    [LoggerMessage(LogLevel.Warning, "An item of the {Platform} inbox failed, try {Attempt}")]
    private partial void LogFailed(Exception error, string platform, int attempt);

    [LoggerMessage(LogLevel.Warning, "An item of the {Platform} inbox cannot be understood and was set aside")]
    private partial void LogNotUnderstood(string platform);
}
