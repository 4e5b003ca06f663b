using System.Text.Json;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>
/// Reactions given and taken while the program was down: Slack is asked what stands on the messages of the latest editions, and
/// what differs from what is known comes into the inbox as if Slack had told it then. Once at start.
/// </summary>
internal sealed partial class SlackCatchUp(
    IServiceScopeFactory scopes, Digests digests, SlackApi api, SlackWorkspaces workspaces, InboxSignal bell, TimeProvider clock, ILogger<SlackCatchUp> log)
{
    /// <summary>Asks about every message of each digest's latest edition. A message that cannot be asked about is left for the next start.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var missed = 0;
        foreach (var digest in digests.All)
        {
            foreach (var message in await MessagesAsync(digest, cancellationToken))
                missed += await CatchUpAsync(message, cancellationToken);
        }
        if (missed == 0)
            return;
        LogMissed(missed);
        bell.Ring();
    }

    private async Task<IReadOnlyList<PostedMessage>> MessagesAsync(Digest digest, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        var messages = new List<PostedMessage>();
        if (await scope.ServiceProvider.GetRequiredService<IEditionStore>().LatestPublishedAsync(digest.Name, cancellationToken) is not { } edition)
            return messages;
        foreach (var delivery in EditionDeliveries.Of(digest, edition).Where(delivery => delivery.Platform == SlackAddress.Platform))
        {
            if (await outbox.FindAsync(delivery.Key, cancellationToken) is { Posted: { } posted })
                messages.Add(posted);
        }
        return messages;
    }

    private async Task<int> CatchUpAsync(PostedMessage posted, CancellationToken cancellationToken)
    {
        var channel = SlackAddress.Parse(posted.Channel);
        if (await workspaces.TokenAsync(channel.Workspace, cancellationToken) is not { } token
            || await AskAsync(channel, posted.Id, cancellationToken) is not { } standing)
        {
            return 0;
        }
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<IReactions>().OnMessageAsync(posted, cancellationToken);
        var inbox = scope.ServiceProvider.GetRequiredService<IInbox>();
        var added = 0;
        foreach (var missed in SlackMissed.Of(standing.Reactions ?? [], known, channel.Workspace, token.BotUser))
            added += await inbox.AddAsync(Item(missed, posted, channel, token), cancellationToken) ? 1 : 0;
        return added;
    }

    // A start must not stand in the way of what Slack lets the rest of the program ask: it waits its turn, once.
    private async Task<SlackMessage?> AskAsync(SlackAddress channel, string ts, CancellationToken cancellationToken)
    {
        var answer = await api.ReactionsGetAsync(channel.Workspace, channel.Id, ts, cancellationToken);
        if (answer is SlackAnswer<SlackMessage>.RateLimited limited)
        {
            await Task.Delay(limited.RetryAfter, clock, cancellationToken);
            answer = await api.ReactionsGetAsync(channel.Workspace, channel.Id, ts, cancellationToken);
        }
        return answer.OrDefault();
    }

    // The id is made of what was known: found once more at the next start, it is the same item.
    private InboxItem Item(SlackMissed missed, PostedMessage posted, SlackAddress channel, SlackToken token)
    {
        var happened = new
        {
            type = missed.IsTakenAway ? SlackReactions.Removed : SlackReactions.Added,
            user = missed.User,
            reaction = missed.Name,
            item = new { type = "message", channel = channel.Id, ts = posted.Id },
            event_ts = missed.Stamp,
        };
        var body = new
        {
            type = "event_callback",
            team_id = token.Team,
            enterprise_id = token.Enterprise,
            authorizations = new[] { new { user_id = token.BotUser } },
            @event = happened,
        };
        return new(
            SlackAddress.Platform,
            $"missed {posted.Channel} {posted.Id} {missed.User} {missed.Name} {missed.Stamp}",
            JsonSerializer.Serialize(new { kind = "event", body }),
            clock.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Information, "{Count} reactions were given or taken away while the program was down; they are done now")]
    private partial void LogMissed(int count);
}
