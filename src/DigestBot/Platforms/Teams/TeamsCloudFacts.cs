namespace DigestBot.Platforms.Teams;

/// <summary>What differs between the clouds ("Authentication with the Bot Connector API"; "Proactive messages" for the hosts).</summary>
/// <param name="Issuer">Who signs requests to the bot; the same for every tenant.</param>
/// <param name="OpenIdMetadata">Where the issuer publishes its keys.</param>
/// <param name="Login">Where tokens for our own requests come from.</param>
/// <param name="Scope">What such a token is asked for.</param>
/// <param name="ServiceHosts">Hosts of the Connector.</param>
internal sealed record TeamsCloudFacts(string Issuer, Uri OpenIdMetadata, Uri Login, string Scope, IReadOnlyList<string> ServiceHosts)
{
    private static readonly TeamsCloudFacts Public = new(
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.com/"),
        "https://api.botframework.com/.default",
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    private static readonly TeamsCloudFacts UsGov = new(
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.us/"),
        "https://api.botframework.us/.default",
        ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"]);

    // No host of the Connector is published for this cloud: Teams:AllowedServiceHosts has to name it.
    private static readonly TeamsCloudFacts China = new(
        "https://api.botframework.azure.cn",
        new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        new("https://login.partner.microsoftonline.cn/"),
        "https://api.botframework.azure.cn/.default",
        []);

    /// <summary>Those of a cloud.</summary>
    public static TeamsCloudFacts Of(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.UsGov => UsGov,
        TeamsCloud.China => China,
        _ => Public,
    };
}
