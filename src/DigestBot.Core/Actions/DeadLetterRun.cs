using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions;

/// <summary>
/// Tells the admins which channel could not be written to (the bot was taken out of it, it is archived...), with what to do about
/// it: once a week and channel. To be called often, like <see cref="ReminderRun"/>.
/// </summary>
public sealed class DeadLetterRun(IServiceScopeFactory scopes, Digests digests, OutboxSignal outboxBell, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(10);

    /// <summary>Requests what is to be said now; the number of messages.</summary>
    /// <param name="cancellationToken">Before the commit only.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        var channels = (await outbox.InStateAsync(DeliveryState.Dead, Most, cancellationToken))
            .Where(IsNews)
            .GroupBy(dead => (dead.Platform, dead.Channel, dead.Key.Week));
        var requested = 0;
        foreach (var channel in channels)
            requested += await TellAsync(channel.First(), scope.ServiceProvider, cancellationToken);
        if (requested == 0)
            return 0;
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
        outboxBell.Ring();
        return requested;
    }

    // What one person could not be told directly is no matter of a channel, and a word about a word has no end.
    private bool IsNews(Delivery dead) =>
        dead.Key.Purpose is DeliveryPurpose.Edition or DeliveryPurpose.Draft or DeliveryPurpose.Share or DeliveryPurpose.Alert
        && dead.Key.Week.To(TimeZoneInfo.Utc) + StillNews > clock.GetUtcNow();

    private async Task<int> TellAsync(Delivery dead, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (digests.Named(dead.Key.Digest) is not { } digest)
            return 0;
        var outbox = services.GetRequiredService<IOutbox>();
        var admins = await services.GetRequiredService<IPeople>().WithRoleAsync(Roles.Admin, cancellationToken);
        var requested = 0;
        foreach (var admin in admins.Where(admin => admin.Platform == dead.Platform))
        {
            var word = DirectMessages.To(admin, digest, clock.GetUtcNow(), $"dead {dead.Channel}", Words(dead), [new(DoubtAlert.ResendVerb, "Send it now", dead.Key.ToString(), IsPrimary: true)]);
            word = word with { Key = word.Key with { Week = dead.Key.Week } };
            if (await outbox.FindAsync(word.Key, cancellationToken) is not null)
                continue;
            outbox.Request(word);
            requested++;
        }
        return requested;
    }

    private static string Words(Delivery dead) =>
        $"{Subject(dead.Key)} could not be sent to {dead.Key.Audience}. {dead.Failure}\nWhen that is mended, have it sent again.";

    private static string Subject(DeliveryKey key) => key.Purpose switch
    {
        DeliveryPurpose.Edition => $"The edition of {key.Week}",
        DeliveryPurpose.Draft => $"The draft of {key.Week}",
        DeliveryPurpose.Share => "A shared touch point",
        _ => "A word to the curators",
    };
}
