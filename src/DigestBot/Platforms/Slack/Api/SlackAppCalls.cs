using System.Net.Http.Headers;
using System.Text;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>Calls that are made before there is a workspace, or with another token than a workspace's.</summary>
internal sealed class SlackAppCalls(SlackTransport transport, SlackOptions options)
{
    /// <summary>Whose token this is.</summary>
    public Task<SlackAnswer<SlackAuth>> AuthTestAsync(string token, CancellationToken cancellationToken) =>
        transport.CallAsync(new(SlackMethods.AuthTest), token, SlackShapes.Default.SlackAuth, cancellationToken);

    /// <summary>Exchanges the code of an installation for its token. The code works once, within ten minutes.</summary>
    /// <param name="code">As it came to the redirect address.</param>
    /// <param name="redirect">The very redirect address that the installation was begun with; null when none was sent.</param>
    /// <param name="cancellationToken">Ends the wait; the code may have been used.</param>
    public Task<SlackAnswer<SlackGrant>> ExchangeCodeAsync(string code, Uri? redirect, CancellationToken cancellationToken) =>
        AccessAsync(new(SlackMethods.OauthAccess, ("code", code), ("redirect_uri", redirect?.AbsoluteUri)), cancellationToken);

    /// <summary>Exchanges a refresh token for a new token and a new refresh token. It works once, with a short grace.</summary>
    public Task<SlackAnswer<SlackGrant>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        AccessAsync(new(SlackMethods.OauthAccess, ("grant_type", "refresh_token"), ("refresh_token", refreshToken)), cancellationToken);

    /// <summary>Gives back a token that is not to be used.</summary>
    public Task<SlackAnswer<SlackNothing>> RevokeAsync(string token, CancellationToken cancellationToken) =>
        transport.CallAsync(new(SlackMethods.AuthRevoke), token, SlackShapes.Default.SlackNothing, cancellationToken);

    /// <summary>Address of a socket for Socket Mode; good for one connection. Needs <c>Slack:AppToken</c>.</summary>
    public async Task<SlackAnswer<string>> ConnectionsOpenAsync(CancellationToken cancellationToken)
    {
        var answer = await transport.CallAsync(
            new(SlackMethods.ConnectionsOpen), options.AppToken, SlackShapes.Default.SlackConnection, cancellationToken);
        return answer.Select(connection => connection.Url);
    }

    private Task<SlackAnswer<SlackGrant>> AccessAsync(SlackCall call, CancellationToken cancellationToken) => transport.CallAsync(
        call with { Authentication = new AuthenticationHeaderValue("Basic", Credentials()) }, null, SlackShapes.Default.SlackGrant, cancellationToken);

    private string Credentials() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
}
