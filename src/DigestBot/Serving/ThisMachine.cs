using System.Net;

namespace DigestBot.Serving;

/// <summary>Tells requests of whoever sits at this machine from all others.</summary>
internal static class ThisMachine
{
    // A proxy on this machine makes every visitor look local; these give it away.
    private static readonly string[] ForwardedBy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>The request was sent from here, under a name of this machine's, and nobody passed it on.</summary>
    public static bool Sent(HttpContext request) =>
        request.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLocalName(request.Request.Host.Host)
        && !ForwardedBy.Any(request.Request.Headers.ContainsKey);

    // Another site may point its own name at this machine; the browser still sends that name.
    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
