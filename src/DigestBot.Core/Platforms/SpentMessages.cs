using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.LanguageModels;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>What lies in the inbox and the outbox after its work is done.</summary>
public interface ISpentMessages
{
    /// <summary>Deletes requests that were done, the oldest first; one that is deleted would have its effect again if it came again.</summary>
    /// <param name="receivedBefore">Only those that came before this instant.</param>
    /// <param name="atMost">No more than so many, so that nobody waits long behind it.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    /// <returns>How many.</returns>
    Task<int> DeleteRequestsAsync(DateTimeOffset receivedBefore, int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes deliveries that were sent or given up, the oldest first. What stands on the platform stays there, but a reaction to it
    /// means nothing any more.
    /// </summary>
    /// <param name="before">Only those of weeks before this one.</param>
    /// <param name="atMost">No more than so many.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    /// <returns>How many.</returns>
    Task<int> DeleteDeliveriesAsync(DigestWeek before, int atMost, CancellationToken cancellationToken);
}

/// <summary>Keeps the inbox, the outbox and the answers of a language model as small as what is still asked for. May run at any time and again.</summary>
public sealed partial class SpentMessagesRun(ISpentMessages spent, IModelAnswers answers, TimeProvider clock, ILogger<SpentMessagesRun> log)
{
    /// <summary>How long a request is known again: far longer than any platform repeats one (Slack: an hour), and than a signature holds.</summary>
    internal static readonly TimeSpan RequestsAreKept = TimeSpan.FromDays(35);

    /// <summary>How long people may still react to a message: past every follow-up that is taken in its week's meeting.</summary>
    internal static readonly TimeSpan DeliveriesAreKept = TimeSpan.FromDays(60);

    private const int AtATime = 500;

    /// <summary>Deletes what is older.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var week = DigestWeek.Of(now - DeliveriesAreKept, TimeZoneInfo.Utc);
        var requests = await AllAsync(() => spent.DeleteRequestsAsync(now - RequestsAreKept, AtATime, cancellationToken));
        var deliveries = await AllAsync(() => spent.DeleteDeliveriesAsync(week, AtATime, cancellationToken));
        await answers.ForgetAsync(now - RequestsAreKept, cancellationToken);
        if (requests + deliveries > 0)
            LogDeleted(requests, deliveries);
    }

    private static async Task<int> AllAsync(Func<Task<int>> deleteAsync)
    {
        var (all, some) = (0, AtATime);
        while (some == AtATime)
            all += some = await deleteAsync();
        return all;
    }

    [LoggerMessage(LogLevel.Information, "{Requests} requests and {Deliveries} deliveries that nobody asks for any more are deleted")]
    private partial void LogDeleted(int requests, int deliveries);
}
