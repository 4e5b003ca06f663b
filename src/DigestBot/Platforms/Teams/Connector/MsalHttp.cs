using Microsoft.Identity.Client;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>
/// MSAL's way out. MSAL takes https authorities only; where the settings name a login at http (a stand-in on this machine), it is told
/// https and the request is turned back here.
/// </summary>
internal sealed class MsalHttp : IMsalHttpClientFactory, IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Makes the one client.</summary>
    public MsalHttp(TeamsOptions options)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _client = new(options.LoginAddress is { Scheme: "http" } plain ? new Plain(plain) { InnerHandler = handler } : handler);
    }

    /// <summary>The authority as MSAL takes it.</summary>
    /// <param name="login">Address of the login.</param>
    /// <param name="tenant">The tenant.</param>
    public static Uri Authority(Uri login, string tenant) =>
        new(new UriBuilder(login) { Scheme = "https", Port = login.IsDefaultPort ? -1 : login.Port }.Uri, tenant);

    /// <inheritdoc />
    public HttpClient GetHttpClient() => _client;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private sealed class Plain(Uri login) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { } address && address.Host == login.Host && address.Port == login.Port)
                request.RequestUri = new UriBuilder(address) { Scheme = login.Scheme, Port = login.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
