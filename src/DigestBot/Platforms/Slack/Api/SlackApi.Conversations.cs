using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>What to read of a channel or a thread.</summary>
/// <param name="Limit">How many at most, 1 to 200; Slack may give fewer.</param>
/// <param name="Oldest">Only messages after this <c>ts</c>; null for all.</param>
/// <param name="Cursor">Where the page before ended; null for the first.</param>
internal sealed record SlackPage(int Limit = 100, string? Oldest = null, string? Cursor = null);

/// <summary>Channels and people.</summary>
internal sealed partial class SlackApi
{
    /// <summary>A page of what stands in a channel itself, newest first, with every app's notes.</summary>
    public Task<SlackAnswer<SlackMessages>> HistoryAsync(string? workspace, string channel, SlackPage page, CancellationToken cancellationToken) => CallAsync(
        workspace, new(SlackMethods.History, [("channel", channel), .. Arguments(page)]), SlackShapes.Default.SlackMessages, cancellationToken);

    /// <summary>A page of a thread, its first message in front, with every app's notes.</summary>
    public Task<SlackAnswer<SlackMessages>> RepliesAsync(string? workspace, string channel, string ts, SlackPage page, CancellationToken cancellationToken) => CallAsync(
        workspace, new(SlackMethods.Replies, [("channel", channel), ("ts", ts), .. Arguments(page)]), SlackShapes.Default.SlackMessages, cancellationToken);

    /// <summary>Facts of a channel.</summary>
    public async Task<SlackAnswer<SlackChannel>> ConversationsInfoAsync(string? workspace, string channel, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(workspace, new(SlackMethods.ConversationsInfo, ("channel", channel)), SlackShapes.Default.SlackOneChannel, cancellationToken);
        return answer.Select(one => one.Channel);
    }

    /// <summary>A page of the people in a channel, apps among them.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="channel">Id of the channel.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SlackAnswer<SlackMembers>> MembersAsync(string? workspace, string channel, string? cursor, CancellationToken cancellationToken) => CallAsync(
        workspace, new(SlackMethods.Members, ("channel", channel), ("limit", 200), ("cursor", cursor)), SlackShapes.Default.SlackMembers, cancellationToken);

    /// <summary>Id of the direct messages with a person; the same one however often it is asked.</summary>
    public async Task<SlackAnswer<string>> OpenConversationAsync(string? workspace, string user, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(workspace, new(SlackMethods.OpenConversation, ("users", user)), SlackShapes.Default.SlackOneChannel, cancellationToken);
        return answer.Select(one => one.Channel.Id);
    }

    /// <summary>Id of the conversation that an address means: the channel itself, or the direct messages with a person.</summary>
    public async Task<SlackAnswer<string>> PlaceAsync(SlackAddress address, CancellationToken cancellationToken) => address.IsPerson
        ? await OpenConversationAsync(address.Workspace, address.Id, cancellationToken)
        : new SlackAnswer<string>.Ok(address.Id);

    /// <summary>A person, with the zone and the language.</summary>
    public async Task<SlackAnswer<SlackUser>> UsersInfoAsync(string? workspace, string user, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(workspace, new(SlackMethods.UsersInfo, ("user", user), ("include_locale", "true")), SlackShapes.Default.SlackOneUser, cancellationToken);
        return answer.Select(one => one.User);
    }

    /// <summary>The person with this e-mail address; <c>users_not_found</c> for nobody.</summary>
    public async Task<SlackAnswer<SlackUser>> LookupByEmailAsync(string? workspace, string email, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(workspace, new(SlackMethods.LookupByEmail, ("email", email)), SlackShapes.Default.SlackOneUser, cancellationToken);
        return answer.Select(one => one.User);
    }

    /// <summary>Whose token the workspace's is; the quickest check that it works.</summary>
    public Task<SlackAnswer<SlackAuth>> AuthTestAsync(string? workspace, CancellationToken cancellationToken) =>
        CallAsync(workspace, new(SlackMethods.AuthTest), SlackShapes.Default.SlackAuth, cancellationToken);

    private static IEnumerable<(string Name, JsonNode? Value)> Arguments(SlackPage page) =>
        [("limit", page.Limit), ("oldest", page.Oldest), ("cursor", page.Cursor), ("include_all_metadata", "true")];
}
