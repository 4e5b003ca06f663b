using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>The calls that are made.</summary>
internal sealed partial class TeamsConnector
{
    private const int PageSize = 500;
    private const int MostPages = 50;
    private const string Targeted = "?isTargetedActivity=true";

    /// <summary>Sends a message; into a channel's id without thread it begins a new one.</summary>
    /// <param name="to">Where.</param>
    /// <param name="activity">The message.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have arrived.</param>
    /// <param name="isTargeted">Only <see cref="Activity.Recipient"/> sees it, for a day; not in personal chats.</param>
    public Task<ConnectorAnswer<ResourceResponse>> SendAsync(
        ConversationReference to, Activity activity, CancellationToken cancellationToken, bool isTargeted = false) =>
        PostAsync(Call("send", HttpMethod.Post, to, "activities"), activity, isTargeted, cancellationToken);

    /// <summary>Sends a message as the reply to another one.</summary>
    public Task<ConnectorAnswer<ResourceResponse>> ReplyAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken, bool isTargeted = false) =>
        PostAsync(Call("reply", HttpMethod.Post, to, "activities", activityId), activity with { ReplyToId = activityId }, isTargeted, cancellationToken);

    /// <summary>Puts another message, whole, in the place of one.</summary>
    public Task<ConnectorAnswer<ResourceResponse>> UpdateAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken, bool isTargeted = false)
    {
        var call = Call("update", HttpMethod.Put, to, "activities", activityId) with { IsRepeatable = true };
        return CallAsync(Aimed(call, isTargeted).With(Signed(activity) with { Id = activityId }, json => json.Activity), TeamsJson.Default.ResourceResponse, new(activityId), cancellationToken);
    }

    /// <summary>Deletes a message.</summary>
    public Task<ConnectorAnswer<ConnectorNothing>> DeleteAsync(
        ConversationReference to, string activityId, CancellationToken cancellationToken, bool isTargeted = false) =>
        NothingAsync(Aimed(Call("delete", HttpMethod.Delete, to, "activities", activityId) with { IsRepeatable = true }, isTargeted), cancellationToken);

    /// <summary>Makes the personal chat with somebody (the same one however often), or a new thread with its first message.</summary>
    /// <param name="service">Address of the Connector.</param>
    /// <param name="parameters">What is asked for; the bot is put in.</param>
    /// <param name="cancellationToken">Ends the wait; the conversation may have been made.</param>
    public Task<ConnectorAnswer<ConversationResourceResponse>> CreateConversationAsync(
        Uri service, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var place = parameters.ChannelData?.Channel?.Id ?? parameters.Members?[0].Id ?? "";
        var call = new ConnectorCall("create", HttpMethod.Post, service, ConnectorCall.At("conversations"), place) { IsRepeatable = parameters.Activity is null };
        return CallAsync(
            call.With(parameters with { Bot = Bot, Activity = parameters.Activity is { } first ? Signed(first) : null }, json => json.ConversationParameters),
            TeamsJson.Default.ConversationResourceResponse, null, cancellationToken);
    }

    /// <summary>All members of a conversation, page by page.</summary>
    public async Task<ConnectorAnswer<IReadOnlyList<ChannelAccount>>> MembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await MembersAsync(of, next, cancellationToken);
            if (answer is not ConnectorAnswer<PagedMembersResult>.Ok { Value: var some })
                return answer.As<IReadOnlyList<ChannelAccount>>(_ => []);
            members.AddRange(some.Members ?? []);
            next = some.ContinuationToken;
            if (string.IsNullOrEmpty(next))
                break;
        }
        return new ConnectorAnswer<IReadOnlyList<ChannelAccount>>.Ok(members);
    }

    /// <summary>One member, by Teams' id or by object id in Entra.</summary>
    public Task<ConnectorAnswer<ChannelAccount>> MemberAsync(ConversationReference of, string member, CancellationToken cancellationToken) =>
        CallAsync(Reading(Call("member", HttpMethod.Get, of, "members", member)), TeamsJson.Default.ChannelAccount, null, cancellationToken);

    /// <summary>The bot reacts to a message.</summary>
    public Task<ConnectorAnswer<ConnectorNothing>> AddReactionAsync(ConversationReference to, string activityId, string type, CancellationToken cancellationToken) =>
        NothingAsync(Call("react", HttpMethod.Put, to, "activities", activityId, "reactions", type) with { IsRepeatable = true }, cancellationToken);

    /// <summary>The bot takes its reaction back.</summary>
    public Task<ConnectorAnswer<ConnectorNothing>> RemoveReactionAsync(ConversationReference to, string activityId, string type, CancellationToken cancellationToken) =>
        NothingAsync(Call("unreact", HttpMethod.Delete, to, "activities", activityId, "reactions", type) with { IsRepeatable = true }, cancellationToken);

    private ChannelAccount Bot => new() { Id = $"28:{options.AppId:D}" };

    private Task<ConnectorAnswer<PagedMembersResult>> MembersAsync(ConversationReference of, string? next, CancellationToken cancellationToken)
    {
        var call = Reading(Call("members", HttpMethod.Get, of, "pagedmembers"));
        var page = next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}";
        return CallAsync(call with { Path = $"{call.Path}?pageSize={PageSize}{page}" }, TeamsJson.Default.PagedMembersResult, null, cancellationToken);
    }

    private Task<ConnectorAnswer<ResourceResponse>> PostAsync(ConnectorCall call, Activity activity, bool isTargeted, CancellationToken cancellationToken) =>
        CallAsync(Aimed(call, isTargeted).With(Signed(activity), json => json.Activity), TeamsJson.Default.ResourceResponse, null, cancellationToken);

    private Task<ConnectorAnswer<ConnectorNothing>> NothingAsync(ConnectorCall call, CancellationToken cancellationToken) =>
        CallAsync<ConnectorNothing>(call, null, default, cancellationToken);

    private Activity Signed(Activity activity) => activity with { Type = activity.Type ?? "message", From = Bot };

    // The limits are a conversation's, not a thread's, as far as the documents say.
    private static ConnectorCall Call(string name, HttpMethod verb, ConversationReference at, params ReadOnlySpan<string> parts) =>
        new(name, verb, at.ServiceUrl, ConnectorCall.At(["conversations", at.ConversationId, .. parts]), at.ConversationId.Split(';')[0]);

    private static ConnectorCall Reading(ConnectorCall call) => call with { IsRepeatable = true, Quota = ConnectorQuota.Read };

    private static ConnectorCall Aimed(ConnectorCall call, bool isTargeted) => isTargeted ? call with { Path = call.Path + Targeted } : call;
}
