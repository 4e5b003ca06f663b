using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>What Slack answers about tokens, as it is kept here.</summary>
internal static class SlackGrants
{
    /// <summary>The tokens of a grant; null when there is none in it.</summary>
    public static SlackTokens? Tokens(this SlackGrant grant) =>
        string.IsNullOrEmpty(grant.AccessToken) ? null : new(grant.AccessToken, grant.RefreshToken);

    /// <summary>The key of the installation: the workspace, or the Enterprise Grid where one token serves all of its workspaces.</summary>
    public static string? Key(this SlackGrant grant) => grant.IsEnterpriseInstall ? grant.Enterprise?.Id : grant.Team?.Id;

    /// <summary>Name of the workspace, or of the Enterprise Grid; its id when it has none.</summary>
    public static string Name(this SlackGrant grant) =>
        (grant.IsEnterpriseInstall ? grant.Enterprise : grant.Team) is { } named ? (string.IsNullOrEmpty(named.Name) ? named.Id : named.Name) : "";

    /// <summary>When the granted token ends; null when it does not.</summary>
    public static DateTimeOffset? EndsAt(this SlackGrant grant, DateTimeOffset now) =>
        grant.ExpiresIn is > 0 and var seconds ? now.AddSeconds(seconds) : null;

    /// <summary>The scopes granted.</summary>
    public static IReadOnlyList<string> Scopes(this SlackGrant grant) =>
        (grant.Scope ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The token as Slack says whose it is.</summary>
    public static SlackToken TokenOf(this SlackAuth auth, string text) => new(text, auth.UserId ?? "", auth.WorkspaceId(), auth.EnterpriseId);

    /// <summary>The token as it was stored whose it is.</summary>
    public static SlackToken TokenOf(this Installation stored, string text) => new(text, stored.Bot, stored.Team, stored.Organization);

    /// <summary>The installation with what Slack says about its token.</summary>
    public static Installation With(this Installation installation, SlackAuth auth) => installation with
    {
        Team = auth.WorkspaceId(), Organization = auth.EnterpriseId, Name = auth.Team ?? "", Bot = auth.UserId ?? "",
    };

    private static string? WorkspaceId(this SlackAuth auth) => auth.IsEnterpriseInstall ? null : auth.TeamId;
}
