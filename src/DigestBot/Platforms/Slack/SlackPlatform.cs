using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack;

/// <summary>
/// Slack as a chat platform. Every message carries its delivery's mark as metadata, so that what was sent without an answer is
/// found again instead of being sent twice.
/// </summary>
internal sealed class SlackPlatform(SlackApi api, SlackSearch search, SlackMark mark) : IChatPlatform
{
    /// <inheritdoc />
    public string Name => SlackAddress.Platform;

    /// <inheritdoc />
    public TimeSpan Pace => SlackLimits.BetweenPosts;

    /// <inheritdoc />
    public async Task<SendResult> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var to = SlackAddress.Parse(message.Channel);
        var place = await api.PlaceAsync(to, cancellationToken);
        if (place is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackResults.NotPosted(place);
        var view = SlackView.Of(message.Content);
        view["metadata"] = mark.On(message.Key);
        var answer = await api.PostMessageAsync(to.Workspace, channel, view, message.Thread?.Id, cancellationToken);
        return SlackResults.Of(answer, posted => Standing(to, posted));
    }

    /// <inheritdoc />
    public async Task<SendResult> UpdateAsync(PostedMessage posted, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var at = SlackAddress.Parse(posted.Channel);
        var answer = await api.UpdateAsync(at.Workspace, at.Id, posted.Id, SlackView.Of(message.Content), cancellationToken);
        return SlackResults.Of(answer, _ => posted);
    }

    /// <inheritdoc />
    public async Task<LookUp> FindAsync(DeliveryKey key, string channel, PostedMessage? thread, CancellationToken cancellationToken)
    {
        var to = SlackAddress.Parse(channel);
        var place = await api.PlaceAsync(to, cancellationToken);
        if (place is not SlackAnswer<string>.Ok { Value: var id })
            return SlackResults.NotSearched(place);
        return await search.FindAsync(key, to with { Id = id }, thread?.Id, cancellationToken);
    }

    private PostedMessage Standing(SlackAddress to, SlackPosted posted) =>
        new(Name, (to with { Id = posted.Channel }).ToString(), posted.Ts);
}
