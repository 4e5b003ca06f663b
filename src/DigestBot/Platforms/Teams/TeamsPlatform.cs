using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Teams as a chat platform. An edition's first message begins a thread of its channel, touch points are replies in it. The Connector
/// cannot be asked what stands (decisions.md 13): where an answer is lost, a curator decides.
/// </summary>
internal sealed class TeamsPlatform(TeamsConnector connector, TeamsConversations conversations, TeamsCircle circle, TeamsSign sign, TeamsOptions options) : IChatPlatform
{
    private const int TooLarge = StatusCodes.Status413PayloadTooLarge;

    /// <inheritdoc />
    public string Name => TeamsAddress.Platform;

    /// <inheritdoc />
    public TimeSpan Pace => TeamsLimits.BetweenPosts;

    /// <inheritdoc />
    public async Task<SendResult> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var place = TeamsAddress.Parse(message.Channel);
        var reach = await conversations.ReachAsync(place, cancellationToken);
        if (reach is not TeamsReach.There there)
            return ((TeamsReach.Not)reach).Result;
        var card = await DrawnAsync(message, cancellationToken);
        var answer = await PostAsync(there, message.Thread, place, card, cancellationToken);
        // A refusal: nothing stands, so the smaller one is the first.
        if (answer is ConnectorAnswer<ResourceResponse>.Failed { Status: TooLarge })
            answer = await PostAsync(there, message.Thread, place, TeamsMessage.Small(card), cancellationToken);
        if (answer is ConnectorAnswer<ResourceResponse>.Ok { Value.Id: { } id })
            sign.Show(Inside(there, message.Thread?.Id ?? id), id, message.Content);
        return await ResultAsync(place, answer, posted => new(Name, message.Channel, posted), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<SendResult> UpdateAsync(PostedMessage posted, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var place = TeamsAddress.Parse(posted.Channel);
        var reach = await conversations.ReachAsync(place, cancellationToken);
        if (reach is not TeamsReach.There there)
            return ((TeamsReach.Not)reach).Result;
        var at = Inside(there, message.Thread?.Id ?? posted.Id);
        var card = await DrawnAsync(message, cancellationToken);
        var answer = await connector.UpdateAsync(at, posted.Id, TeamsMessage.Of(card, there.Kind), cancellationToken);
        if (answer is ConnectorAnswer<ResourceResponse>.Failed { Status: TooLarge })
            answer = await connector.UpdateAsync(at, posted.Id, TeamsMessage.Of(TeamsMessage.Small(card), there.Kind), cancellationToken);
        if (answer is not ConnectorAnswer<ResourceResponse>.Ok)
            return await ResultAsync(place, answer, _ => posted, cancellationToken);
        sign.Show(at, posted.Id, message.Content);
        return new SendResult.Sent(posted);
    }

    /// <inheritdoc />
    public Task<LookUp> FindAsync(DeliveryKey key, string channel, PostedMessage? thread, CancellationToken cancellationToken) =>
        Task.FromResult<LookUp>(new LookUp.CannotTell());

    private async Task<JsonObject> DrawnAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        TeamsMark.On(TeamsView.Of(message.Content, await circle.EverybodyAsync(message.Content, cancellationToken)), message.Key);

    private Task<ConnectorAnswer<ResourceResponse>> PostAsync(
        TeamsReach.There there, PostedMessage? thread, TeamsAddress place, JsonObject card, CancellationToken cancellationToken)
    {
        var activity = TeamsMessage.Of(card, there.Kind);
        if (there.Kind != ConversationKind.Channel)
            return connector.SendAsync(there.To, activity, cancellationToken);
        return thread is null
            ? BeginAsync(there.To, place, activity, cancellationToken)
            : connector.SendAsync(Inside(there, thread.Id), activity, cancellationToken);
    }

    // A new thread, as the documents begin one ("Proactive messages").
    private async Task<ConnectorAnswer<ResourceResponse>> BeginAsync(
        ConversationReference channel, TeamsAddress place, Activity first, CancellationToken cancellationToken)
    {
        var tenant = place.Tenant ?? $"{options.TenantId:D}";
        var answer = await connector.CreateConversationAsync(
            channel.ServiceUrl,
            new()
            {
                IsGroup = true, TenantId = tenant, Activity = first,
                ChannelData = new() { Tenant = new() { Id = tenant }, Channel = new() { Id = channel.ConversationId } },
            },
            cancellationToken);
        return answer.As(made => new ResourceResponse(made.ActivityId ?? TeamsThread.Of(made.Id)));
    }

    // Only channels have threads.
    private static ConversationReference Inside(TeamsReach.There there, string first) => there.Kind == ConversationKind.Channel
        ? there.To with { ConversationId = TeamsThread.In(there.To.ConversationId, first) }
        : there.To;

    private async Task<SendResult> ResultAsync(
        TeamsAddress place, ConnectorAnswer<ResourceResponse> answer, Func<string, PostedMessage> standing, CancellationToken cancellationToken)
    {
        if (TeamsResults.Obstacle(answer) is { } obstacle)
            await conversations.LoseAsync(place, obstacle, cancellationToken);
        return TeamsResults.Of(answer, response => response.Id, standing);
    }
}
