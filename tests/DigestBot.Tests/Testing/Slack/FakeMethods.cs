using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>The methods of the Web API, each with the scope it needs.</summary>
internal static class FakeMethods
{
    private const int LongestPage = 999;

    public static IEnumerable<KeyValuePair<string, Func<FakeCall, JsonObject>>> All() =>
    [
        new("api.test", _ => []),
        new("auth.test", AuthTest),
        new("auth.revoke", call => { call.Workspace.Refusal = "token_revoked"; return new() { ["revoked"] = true }; }),
        new("chat.postMessage", call => Posted(call.Needs("chat:write").Workspace.Post(call))),
        new("chat.update", call => Posted(call.Needs("chat:write").Workspace.Update(call))),
        new("chat.postEphemeral", call => new() { ["message_ts"] = call.Needs("chat:write").Workspace.PostEphemeral(call) }),
        new("chat.getPermalink", Permalink),
        new("conversations.history", call => FakeHistory.Channel(call)),
        new("conversations.replies", call => FakeHistory.Thread(call)),
        new("conversations.open", OpenConversation),
        new("conversations.info", call => new() { ["channel"] = Shown(call.Workspace.Seen(call.Text("channel"))) }),
        new("conversations.members", call => Page(call, "members", call.Workspace.Seen(call.Text("channel")).Members, member => JsonValue.Create(member))),
        new("conversations.list", ListConversations),
        new("users.info", call => new() { ["user"] = Shown(call, Known(call.Needs("users:read"), call.Text("user"))) }),
        new("users.lookupByEmail", LookupByEmail),
        new("users.list", ListUsers),
        new("reactions.add", call => React(call, isAdded: true)),
        new("reactions.remove", call => React(call, isAdded: false)),
        new("reactions.get", GetReactions),
        new("views.open", call => Viewed(call, call.Workspace.Open(call))),
        new("views.push", call => Viewed(call, call.Workspace.Push(call))),
        new("views.update", call => Viewed(call, call.Workspace.UpdateView(call))),
        new("views.publish", call => Viewed(call, call.Workspace.Publish(call))),
        new("oauth.v2.access", call => call.Slack.OAuth.Access(call)),
        new("team.info", call => new() { ["team"] = new JsonObject { ["id"] = call.Workspace.Id, ["name"] = call.Workspace.Name, ["domain"] = "acme" } }),
    ];

    private static JsonObject AuthTest(FakeCall call) => new()
    {
        ["url"] = "https://acme.slack.example/", ["team"] = call.Workspace.Name, ["user"] = "digestbot", ["team_id"] = call.Workspace.Id,
        ["user_id"] = FakeWorkspace.Bot, ["bot_id"] = "B0DIGEST", ["enterprise_id"] = call.Workspace.Enterprise, ["is_enterprise_install"] = false,
    };

    private static JsonObject Posted(FakeMessage message) =>
        new() { ["channel"] = message.Channel, ["ts"] = message.Ts, ["message"] = message.Shown(withMetadata: true) };

    private static JsonObject Permalink(FakeCall call)
    {
        var (channel, ts) = (call.Text("channel"), call.Text("message_ts"));
        if (call.Workspace.Message(channel, ts) is null)
            throw SlackSays.No("message_not_found");
        return new() { ["channel"] = channel, ["permalink"] = $"https://acme.slack.example/archives/{channel}/p{ts.Replace(".", "", StringComparison.Ordinal)}" };
    }

    private static JsonObject OpenConversation(FakeCall call)
    {
        var direct = call.Needs("im:write").Workspace.DirectWith(call.Text("users"));
        return new() { ["channel"] = new JsonObject { ["id"] = direct.Id } };
    }

    private static JsonObject ListConversations(FakeCall call)
    {
        lock (call.Workspace.Gate)
            return Page(call, "channels", [.. call.Workspace.Channels.Values.Where(channel => channel.With is null)], Shown);
    }

    private static JsonObject ListUsers(FakeCall call)
    {
        lock (call.Needs("users:read").Workspace.Gate)
            return Page(call, "members", [.. call.Workspace.Users.Values], user => Shown(call, user));
    }

    private static JsonObject LookupByEmail(FakeCall call)
    {
        lock (call.Needs("users:read.email").Workspace.Gate)
        {
            var found = call.Workspace.Users.Values.FirstOrDefault(user => string.Equals(user.Email, call.Text("email"), StringComparison.OrdinalIgnoreCase));
            return new() { ["user"] = Shown(call, found ?? throw SlackSays.No("users_not_found")) };
        }
    }

    private static FakeUser Known(FakeCall call, string id)
    {
        lock (call.Workspace.Gate)
            return call.Workspace.Users.GetValueOrDefault(id) ?? throw SlackSays.No("user_not_found");
    }

    private static JsonObject React(FakeCall call, bool isAdded)
    {
        var workspace = call.Needs("reactions:write").Workspace;
        workspace.React(workspace.Seen(call.Text("channel")).Id, call.Text("timestamp"), call.Text("name"), FakeWorkspace.Bot, isAdded);
        return [];
    }

    private static JsonObject GetReactions(FakeCall call)
    {
        var channel = call.Needs("reactions:read").Workspace.Seen(call.Text("channel"));
        var message = call.Workspace.Message(channel.Id, call.Text("timestamp")) ?? throw SlackSays.No("message_not_found");
        return new() { ["type"] = "message", ["channel"] = channel.Id, ["message"] = message.Shown(withMetadata: false) };
    }

    private static JsonObject Viewed(FakeCall call, FakeView view) => new() { ["view"] = view.Shown(call.Workspace.Id) };

    private static JsonObject Page<T>(FakeCall call, string name, IReadOnlyList<T> all, Func<T, JsonNode?> show)
    {
        var from = int.Parse(call.TextOrNull("cursor") is { Length: > 0 } cursor ? cursor : "0", CultureInfo.InvariantCulture);
        var limit = Math.Clamp(call.Number("limit", 100), 1, LongestPage);
        var next = from + limit < all.Count ? (from + limit).ToString(CultureInfo.InvariantCulture) : "";
        return new()
        {
            [name] = new JsonArray([.. all.Skip(from).Take(limit).Select(show)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    private static JsonObject Shown(FakeChannel channel) => new()
    {
        ["id"] = channel.Id, ["name"] = channel.Name, ["is_channel"] = channel.With is null, ["is_im"] = channel.With is not null, ["user"] = channel.With,
        ["is_archived"] = channel.IsArchived, ["is_private"] = channel.IsPrivate, ["is_ext_shared"] = channel.IsShared,
        ["is_member"] = channel.Members.Contains(FakeWorkspace.Bot),
    };

    private static JsonObject Shown(FakeCall call, FakeUser user) => new()
    {
        ["id"] = user.Id, ["team_id"] = call.Workspace.Id, ["name"] = user.Name, ["deleted"] = user.IsDeleted, ["is_bot"] = user.IsBot, ["is_admin"] = user.IsAdmin, ["is_owner"] = false,
        ["real_name"] = user.Name, ["tz"] = user.Zone, ["locale"] = call.Flag("include_locale") ? user.Locale : null,
        ["profile"] = new JsonObject
        {
            ["real_name"] = user.Name, ["display_name"] = user.Name, ["email"] = call.Workspace.Scopes.Contains("users:read.email") ? user.Email : null,
        },
    };
}
