using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// Whether an activity may come with the token that it came with: a good token proves who sent it, and the activity must not say more
/// than that. What is refused here was sent by the Bot Framework itself, or through a bot of its that somebody else holds.
/// </summary>
internal sealed partial class TeamsSender(TeamsOptions options, TeamsServiceHosts hosts, ILogger<TeamsSender> log)
{
    private const string TeamsChannel = "msteams";

    /// <summary>The activity may be believed.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="token">The good token; null where none was asked for.</param>
    public bool MaySend(Activity activity, TeamsToken? token)
    {
        if (Fault(activity, token) is not { } fault)
            return true;
        LogRefused(fault);
        return false;
    }

    private string? Fault(Activity activity, TeamsToken? token)
    {
        if (activity.ChannelId != TeamsChannel)
            return "it does not come from Teams";
        if (token is { IsForTeams: false })
            return "its key may not speak for Teams";
        if (token is not null && !string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return "its token is for another service address";
        if (hosts.Trusted(activity.ServiceUrl) is null)
            return "its service address is on no allowed host (see Teams:AllowedServiceHosts)";
        return IsOurTenant(activity) ? null : "it comes from another tenant than Teams:TenantId";
    }

    // Both places say the same where both say anything; who could make one of them up could make up both.
    private bool IsOurTenant(Activity activity)
    {
        if (options.TenantId is not { } ours)
            return true;
        var named = new[] { activity.ChannelData?.Tenant?.Id, activity.Conversation?.TenantId }.OfType<string>().ToList();
        return named.Count > 0 && named.TrueForAll(tenant => Guid.TryParse(tenant, out var id) && id == ours);
    }

    [LoggerMessage(LogLevel.Warning, "An activity with a good token was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
