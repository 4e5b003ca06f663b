using System.Globalization;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack;

/// <summary>Looks for a delivery's message in a channel, or in a thread of it, by the mark it carries.</summary>
internal sealed class SlackSearch(SlackApi api, SlackMark mark)
{
    /// <summary>A channel with more pages than this since the delivery's week is not read to its end: a curator decides.</summary>
    internal const int MostPages = 20;

    private const int PageSize = 100;

    /// <summary>Searches everything in which the delivery's message could stand.</summary>
    /// <param name="key">The delivery.</param>
    /// <param name="channel">The channel, or direct messages.</param>
    /// <param name="thread">The message in whose thread it would stand, or null.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="SlackNotAskedException">Slack could not be asked now; worth trying again.</exception>
    public async Task<LookUp> FindAsync(DeliveryKey key, SlackAddress channel, string? thread, CancellationToken cancellationToken)
    {
        var page = new SlackPage(PageSize, Oldest(key));
        for (var read = 0; read < MostPages; read++)
        {
            var answer = await ReadAsync(channel, thread, page, cancellationToken);
            if (answer is not SlackAnswer<SlackMessages>.Ok { Value: var messages })
                return SlackResults.NotSearched(answer);
            // The bot's own only: any app may leave a note that looks like ours.
            if (messages.Messages.FirstOrDefault(message => message.BotId is not null && mark.IsOn(message.Metadata, key)) is { } found)
                return new LookUp.Found(new(SlackAddress.Platform, channel.ToString(), found.Ts));
            if (messages.Next is not { } next)
                return new LookUp.Absent();
            page = page with { Cursor = next };
        }
        return new LookUp.CannotTell();
    }

    private Task<SlackAnswer<SlackMessages>> ReadAsync(SlackAddress channel, string? thread, SlackPage page, CancellationToken cancellationToken) => thread is null
        ? api.HistoryAsync(channel.Workspace, channel.Id, page, cancellationToken)
        : api.RepliesAsync(channel.Workspace, channel.Id, thread, page, cancellationToken);

    // Nothing about a week is sent before it begins, anywhere on earth.
    private static string Oldest(DeliveryKey key) =>
        new DateTimeOffset(key.Week.Monday.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
