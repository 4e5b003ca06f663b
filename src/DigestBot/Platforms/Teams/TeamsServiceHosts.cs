namespace DigestBot.Platforms.Teams;

/// <summary>
/// Which addresses are the Connector's. Every request of ours carries a token; an address that is believed without a look would hand
/// it to whoever wrote the address.
/// </summary>
internal sealed class TeamsServiceHosts(TeamsOptions options)
{
    private readonly HashSet<string> _own = new(TeamsCloudFacts.Of(options.Cloud).ServiceHosts, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _allowed = new(options.AllowedServiceHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>The address, when it is the Connector's: https to one of the cloud's hosts or to one that the settings name, http only to one of those on this machine; null otherwise.</summary>
    /// <param name="serviceUrl">As an activity carries it.</param>
    public Uri? Trusted(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && IsTrusted(address) ? address : null;

    // Authority is the host, with its port where that is not the scheme's usual one.
    private bool IsTrusted(Uri address) => address.Scheme switch
    {
        "https" => _allowed.Contains(address.Authority) || (address.IsDefaultPort && _own.Contains(address.IdnHost)),
        "http" => address.IsLoopback && _allowed.Contains(address.Authority),
        _ => false,
    };
}
