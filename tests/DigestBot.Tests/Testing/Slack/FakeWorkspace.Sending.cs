using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>What Slack sends to the bot for this workspace.</summary>
internal sealed partial class FakeWorkspace
{
    private static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ResponseUrlLife = TimeSpan.FromMinutes(30);

    /// <summary>Somebody of this workspace, by user id (<c>U0ANA</c>); acts towards the bot.</summary>
    public FakePerson Person(string user) => new(this, user);

    /// <summary>Any event in its envelope, with an id of its own.</summary>
    public FakeRequest Event(JsonObject inner) => new("event", new JsonObject
    {
        ["token"] = "deprecated-do-not-trust", ["team_id"] = Id, ["enterprise_id"] = Enterprise, ["api_app_id"] = FakeSlack.AppId, ["event"] = inner,
        ["type"] = "event_callback", ["event_id"] = $"Ev0{Id}{Number()}", ["event_time"] = Slack.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = Enterprise, ["team_id"] = Id, ["user_id"] = Bot, ["is_bot"] = true, ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = false, ["context_team_id"] = Id, ["context_enterprise_id"] = Enterprise,
    });

    /// <summary>The app was taken out of this workspace: its token is revoked, the event is on its way.</summary>
    public FakeRequest Uninstalls()
    {
        Refusal = "token_revoked";
        return Event(new JsonObject { ["type"] = "app_uninstalled" });
    }

    /// <summary>The event that names revoked tokens, by user id.</summary>
    public FakeRequest RevokesTokens()
    {
        Refusal = "token_revoked";
        return Event(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(Bot) } });
    }

    /// <summary>A right to open a modal: once, within three seconds.</summary>
    internal string NewTrigger(string user)
    {
        var trigger = $"{Number()}.{Id}.fake";
        lock (Gate)
            Triggers[trigger] = new(user, Slack.Clock.GetUtcNow() + TriggerLife);
        return trigger;
    }

    internal string NewResponseUrl(string channel, string user, string? message)
    {
        var url = $"{Id}-{Number()}";
        lock (Gate)
            ResponseUrls[url] = new(channel, user, message, Slack.Clock.GetUtcNow() + ResponseUrlLife);
        return new Uri(Slack.Address, $"response/{url}").ToString();
    }
}
