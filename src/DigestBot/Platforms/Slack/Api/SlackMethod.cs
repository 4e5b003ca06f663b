namespace DigestBot.Platforms.Slack.Api;

/// <summary>A method of the Web API, with what decides how it may be called.</summary>
/// <param name="Name">For example <c>chat.postMessage</c>.</param>
/// <param name="PerMinute">Calls a minute in one workspace that its tier allows.</param>
internal sealed record SlackMethod(string Name, int PerMinute)
{
    /// <summary>Arguments go as JSON in the body; otherwise as a form, the only thing reading methods take.</summary>
    public bool IsWrite { get; init; }

    /// <summary>Doing it twice is like doing it once: it may be tried again when nobody knows whether it arrived.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Puts something new into a channel, of which Slack takes about one a second.</summary>
    public bool IsPaced { get; init; }

    /// <summary>A method that reads: a form, as often as one likes.</summary>
    public static SlackMethod Read(string name, int perMinute) => new(name, perMinute) { IsIdempotent = true };

    /// <summary>A method that changes something and must not be tried twice.</summary>
    public static SlackMethod Once(string name, int perMinute) => new(name, perMinute) { IsWrite = true };

    /// <summary>A method that sets something to what it is told.</summary>
    public static SlackMethod Set(string name, int perMinute) => new(name, perMinute) { IsWrite = true, IsIdempotent = true };
}

/// <summary>
/// The methods in use. The tiers are Slack's: 20, 50 and 100 calls a minute. What Slack calls "special" stands with a number that
/// is known to pass: posting, of which it takes several hundred a minute.
/// </summary>
internal static class SlackMethods
{
    private const int Tier3 = 50;
    private const int Tier4 = 100;
    private const int Posting = 300;

    /// <summary>Posts a message.</summary>
    public static readonly SlackMethod PostMessage = SlackMethod.Once("chat.postMessage", Posting) with { IsPaced = true };

    /// <summary>Changes a message in place.</summary>
    public static readonly SlackMethod Update = SlackMethod.Set("chat.update", Tier3);

    /// <summary>Shows a message to one person in a channel, until the next reload.</summary>
    public static readonly SlackMethod PostEphemeral = SlackMethod.Once("chat.postEphemeral", Tier4);

    /// <summary>The link to a message.</summary>
    public static readonly SlackMethod GetPermalink = SlackMethod.Read("chat.getPermalink", Tier4);

    /// <summary>Opens a modal; a trigger can be used once.</summary>
    public static readonly SlackMethod OpenView = SlackMethod.Once("views.open", Tier4);

    /// <summary>Opens a modal above another.</summary>
    public static readonly SlackMethod PushView = SlackMethod.Once("views.push", Tier4);

    /// <summary>Changes a modal.</summary>
    public static readonly SlackMethod UpdateView = SlackMethod.Set("views.update", Tier4);

    /// <summary>Shows a person's home page.</summary>
    public static readonly SlackMethod PublishView = SlackMethod.Set("views.publish", Tier4);

    /// <summary>Messages of a channel.</summary>
    public static readonly SlackMethod History = SlackMethod.Read("conversations.history", Tier3);

    /// <summary>Messages of a thread.</summary>
    public static readonly SlackMethod Replies = SlackMethod.Read("conversations.replies", Tier3);

    /// <summary>Facts of a channel.</summary>
    public static readonly SlackMethod ConversationsInfo = SlackMethod.Read("conversations.info", Tier3);

    /// <summary>Who is in a channel.</summary>
    public static readonly SlackMethod Members = SlackMethod.Read("conversations.members", Tier4);

    /// <summary>The direct messages with a person; the same ones however often.</summary>
    public static readonly SlackMethod OpenConversation = SlackMethod.Set("conversations.open", Tier3);

    /// <summary>Facts of a person.</summary>
    public static readonly SlackMethod UsersInfo = SlackMethod.Read("users.info", Tier4);

    /// <summary>A person by e-mail address.</summary>
    public static readonly SlackMethod LookupByEmail = SlackMethod.Read("users.lookupByEmail", Tier3);

    /// <summary>Reactions of a message.</summary>
    public static readonly SlackMethod ReactionsGet = SlackMethod.Read("reactions.get", Tier3);

    /// <summary>Whose token it is.</summary>
    public static readonly SlackMethod AuthTest = SlackMethod.Set("auth.test", Tier4);

    /// <summary>Gives a token back.</summary>
    public static readonly SlackMethod AuthRevoke = SlackMethod.Set("auth.revoke", Tier3);

    /// <summary>Exchanges an installation's code or refresh token; both work once.</summary>
    public static readonly SlackMethod OauthAccess = new("oauth.v2.access", Tier4);

    /// <summary>A socket's address.</summary>
    public static readonly SlackMethod ConnectionsOpen = SlackMethod.Set("apps.connections.open", Tier3);
}
