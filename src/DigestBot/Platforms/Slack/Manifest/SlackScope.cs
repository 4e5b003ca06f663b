namespace DigestBot.Platforms.Slack.Manifest;

/// <summary>A permission that the bot asks a workspace for.</summary>
/// <param name="Name">Slack's name of it.</param>
/// <param name="Reason">What it is needed for, in words for whoever has to allow it; also stands in the README.</param>
internal sealed record SlackScope(string Name, string Reason)
{
    /// <summary>Methods of the Web API that need it.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Events that are sent only to those who have it.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Parts of the app that cannot be installed without it.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];
}

/// <summary>
/// What the bot may do in a workspace, and why: the one table that the manifest, the sign-in, <c>doctor</c> and the README take
/// it from. The least that serves: a scope that no method and no event needs fails a test, and so does a method without its scope.
/// </summary>
internal static class SlackScopes
{
    /// <summary>Every scope of the bot token, by the reading order of the README.</summary>
    public static IReadOnlyList<SlackScope> All { get; } =
    [
        new("chat:write", "post the edition, change it in place, answer in private")
        {
            Methods = ["chat.postMessage", "chat.update", "chat.postEphemeral"],
        },
        new("commands", "the command and the message menu's \"Add to digest\"") { Features = ["slash_commands", "shortcuts"] },
        new("app_mentions:read", "answer when it is mentioned in a channel") { Events = ["app_mention"] },
        new("reactions:read", "take a reaction for what it means, also those given while it was down")
        {
            Methods = ["reactions.get"], Events = ["reaction_added", "reaction_removed"],
        },
        new("channels:read", "see that the public channel exists, who is in it, and when it is renamed or archived")
        {
            Methods = ["conversations.info", "conversations.members"],
            Events = ["channel_archive", "channel_unarchive", "channel_deleted", "channel_rename", "channel_left"],
        },
        new("groups:read", "the same for a private channel")
        {
            Methods = ["conversations.info", "conversations.members"],
            Events = ["group_archive", "group_unarchive", "group_deleted", "group_rename", "group_left"],
        },
        new("channels:history", "read replies below a touch point, and look for its own message before it posts again")
        {
            Methods = ["conversations.history", "conversations.replies"], Events = ["message.channels"],
        },
        new("groups:history", "the same in a private channel")
        {
            Methods = ["conversations.history", "conversations.replies"], Events = ["message.groups"],
        },
        new("im:write", "write to the owner of a follow-up") { Methods = ["conversations.open"] },
        new("im:history", "read what people write to it directly, and look for its own message before it writes again")
        {
            Methods = ["conversations.history", "conversations.replies"], Events = ["message.im"],
        },
        new("users:read", "names and time zones, so that \"by Friday\" is the reader's Friday") { Methods = ["users.info"] },
        new("users:read.email", "know one person as the same in Slack and in the settings") { Methods = ["users.info", "users.lookupByEmail"] },
    ];

    /// <summary>Events that every app may hear.</summary>
    public static IReadOnlyList<string> FreeEvents { get; } = ["app_home_opened", "app_uninstalled", "tokens_revoked"];

    /// <summary>Methods that need no scope of the bot token: views, the token itself, sign-in, and the app's own socket.</summary>
    public static IReadOnlyList<string> FreeMethods { get; } =
    [
        "views.open", "views.update", "views.push", "views.publish",
        "auth.test", "auth.revoke", "oauth.v2.access", "oauth.v2.exchange", "apps.connections.open", "apps.uninstall", "chat.getPermalink",
    ];

    /// <summary>What the bot listens to, sorted: the events of the manifest.</summary>
    public static IReadOnlyList<string> Events { get; } =
        [.. All.SelectMany(scope => scope.Events).Concat(FreeEvents).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The names alone, as sign-in asks for them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(scope => scope.Name)];

    /// <summary>Scopes that a token lacks.</summary>
    /// <param name="granted">What Slack says it has.</param>
    public static IReadOnlyList<SlackScope> Missing(IEnumerable<string> granted)
    {
        var has = granted.ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(scope => !has.Contains(scope.Name))];
    }
}
