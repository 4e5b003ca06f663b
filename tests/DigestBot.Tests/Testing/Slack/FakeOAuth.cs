using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Installing: codes that are exchanged once, tokens that rotate.</summary>
internal sealed class FakeOAuth(FakeSlack slack)
{
    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeWorkspace> _refresh = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeWorkspace> _used = new(StringComparer.Ordinal);
    private int _numbers;

    /// <summary>Installations get tokens that live twelve hours and a refresh token.</summary>
    public bool Rotates { get; set; }

    /// <summary>A refresh token that was used is taken once more, as Slack does for a short while.</summary>
    public bool HasGrace { get; set; } = true;

    /// <summary>How often a refresh token was exchanged.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Somebody pressed "Allow": the code that Slack sends to the redirect address.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="installer">Who.</param>
    /// <param name="isEnterprise">For the whole organisation: no team in the answer.</param>
    public string Code(FakeWorkspace workspace, string installer, bool isEnterprise = false)
    {
        var code = $"code-{Number()}";
        _codes[code] = new(workspace, installer, isEnterprise);
        return code;
    }

    internal JsonObject Access(FakeCall call)
    {
        var (id, secret) = Client(call);
        if (id != FakeSlack.ClientId)
            throw SlackSays.No("invalid_client_id");
        if (secret != FakeSlack.ClientSecret)
            throw SlackSays.No("bad_client_secret");
        return call.TextOrNull("grant_type") == "refresh_token" ? Refreshed(call) : Exchanged(call);
    }

    private JsonObject Exchanged(FakeCall call)
    {
        if (!_codes.TryRemove(call.Text("code"), out var grant))
            throw SlackSays.No("invalid_code");
        grant.Workspace.Refusal = null;
        return Answer(grant);
    }

    private JsonObject Refreshed(FakeCall call)
    {
        var refresh = call.Text("refresh_token");
        var isKnown = _refresh.TryRemove(refresh, out var workspace) || (HasGrace && _used.TryRemove(refresh, out workspace));
        if (!isKnown)
            throw SlackSays.No("invalid_refresh_token");
        _used[refresh] = workspace!;
        Refreshes++;
        return Answer(new(workspace!, "", IsEnterprise: false));
    }

    private JsonObject Answer(Grant grant)
    {
        var workspace = grant.Workspace;
        var answer = new JsonObject
        {
            ["token_type"] = "bot", ["scope"] = string.Join(',', workspace.Scopes), ["bot_user_id"] = FakeWorkspace.Bot, ["app_id"] = FakeSlack.AppId,
            ["team"] = grant.IsEnterprise ? null : new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name },
            ["enterprise"] = workspace.Enterprise is { } enterprise ? new JsonObject { ["id"] = enterprise, ["name"] = "The organisation" } : null,
            ["is_enterprise_install"] = grant.IsEnterprise,
            ["authed_user"] = new JsonObject { ["id"] = grant.Installer },
            ["access_token"] = Rotates ? Rotated(workspace) : workspace.BotToken,
        };
        if (!Rotates)
            return answer;
        var refresh = $"xoxe-1-{Number()}";
        _refresh[refresh] = workspace;
        answer["refresh_token"] = refresh;
        answer["expires_in"] = 43_200;
        return answer;
    }

    private string Rotated(FakeWorkspace workspace)
    {
        workspace.BotToken = $"xoxe.xoxb-1-{workspace.Id}-{Number()}";
        slack.Allow(workspace.BotToken, workspace);
        return workspace.BotToken;
    }

    private static (string? Id, string? Secret) Client(FakeCall call) => (call.TextOrNull("client_id"), call.TextOrNull("client_secret"));

    private string Number() => Interlocked.Increment(ref _numbers).ToString(CultureInfo.InvariantCulture);

    private sealed record Grant(FakeWorkspace Workspace, string Installer, bool IsEnterprise);
}
