namespace DigestBot.Outgoing;

/// <summary>
/// Section <c>Outgoing</c>: exceptions to the rules for addresses that this program calls. Without any: https only, no
/// redirects, and no address inside the company's own network, whatever a name resolves to.
/// </summary>
internal sealed record OutgoingOptions
{
    /// <summary>Hosts that may be called at private, loopback and link-local addresses, for example <c>wiki.intern.example.com</c>. Default none.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>Hosts that may be called over http, unencrypted. Default none.</summary>
    public IReadOnlyList<string> PlainHttpHosts { get; init; } = [];

    /// <summary>Hosts that may send us on to another address (five times at most); where that leads has to pass these rules too. Default none.</summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = [];
}
