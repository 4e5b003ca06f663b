namespace DigestBot.Platforms.Slack.Api;

/// <summary>
/// Where answers to an interaction may go. The address comes with a signed request, but whoever learns the signing secret must
/// not be able to make us call addresses inside the company.
/// </summary>
internal static class SlackResponseUrl
{
    private static readonly string[] Hosts = ["hooks.slack.com", "hooks.slack-gov.com"];
    private static readonly Uri Default = new SlackOptions().ApiBaseAddress;

    /// <summary>The address, or null when it is not Slack's: https at Slack's own hosts, or the server that is configured in Slack's place.</summary>
    /// <param name="address">As it came.</param>
    /// <param name="api">The configured address of the Web API.</param>
    public static Uri? Trusted(string address, Uri api)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.UserInfo.Length > 0)
            return null;
        var isSlacks = parsed.Scheme == Uri.UriSchemeHttps && parsed.IsDefaultPort && Hosts.Contains(parsed.IdnHost, StringComparer.OrdinalIgnoreCase);
        var isConfigured = api != Default && parsed.Scheme == api.Scheme && parsed.Authority == api.Authority;
        return isSlacks || isConfigured ? parsed : null;
    }
}
