using System.Net;
using DigestBot.Core.Editions;

namespace DigestBot.Console;

/// <summary>Who may see the pages (decisions.md 18): whoever is signed in; for the sample company also whoever sits at this machine.</summary>
internal sealed class PageAccess(Company company, SignIn signIn)
{
    // A proxy on this machine makes every visitor look local; these give it away.
    private static readonly string[] ForwardedBy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>The request may see the pages and use their buttons.</summary>
    public bool Allows(HttpContext request) =>
        (company.IsSample && IsFromThisMachine(request)) || signIn.Knows(request.Request.Cookies[SignIn.Cookie]);

    private static bool IsFromThisMachine(HttpContext request) =>
        request.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLocalName(request.Request.Host.Host)
        && !ForwardedBy.Any(request.Request.Headers.ContainsKey);

    // Another site may point its own name at this machine; the browser still sends that name.
    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
