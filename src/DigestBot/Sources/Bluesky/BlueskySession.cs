using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Bluesky;

/// <summary>
/// A session of the AT protocol: opened with the app password, renewed with its own refresh token, which each time gives a new one.
/// Logins are few (300 a day), renewals are not. Safe for concurrent use: one request at a time.
/// </summary>
/// <param name="client">Asks the server, as nobody.</param>
/// <param name="options">Who logs in where.</param>
/// <param name="clock">Tells when it ends.</param>
internal sealed class BlueskySession(ApiClient client, BlueskyOptions options, TimeProvider clock) : IApiCredentials, IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1); // servers give two, without promising it

    private readonly SemaphoreSlim _turn = new(1);
    private string _access = "";
    private string? _refresh;
    private DateTimeOffset _ends = DateTimeOffset.MinValue;

    /// <inheritdoc />
    public SourceHealth? Health => client.Health;

    /// <inheritdoc />
    public async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() >= _ends)
                Keep(await RenewedAsync(cancellationToken) ?? await OpenedAsync(cancellationToken));
            request.Headers.Authorization = new("Bearer", _access);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public bool Renew()
    {
        _ends = DateTimeOffset.MinValue;
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _turn.Dispose();
        client.Dispose();
    }

    private void Keep(BlueskyTokens tokens)
    {
        (_access, _refresh) = (IsToken(tokens.AccessJwt) ? tokens.AccessJwt! : throw new SourceException(ApiSentences.Unreadable("Bluesky")), tokens.RefreshJwt);
        _ends = clock.GetUtcNow() + Lasts;
    }

    // Null when the refresh token is not taken any more: it was used elsewhere, has ended, or was revoked.
    private async Task<BlueskyTokens?> RenewedAsync(CancellationToken cancellationToken)
    {
        if (_refresh is not { } token || !IsToken(token))
            return null;
        _refresh = null;
        try
        {
            var reply = await client.SendAsync(At("refreshSession"), at => new(HttpMethod.Post, at) { Headers = { Authorization = new("Bearer", token) } }, BlueskyJson.Default.BlueskyTokens, cancellationToken);
            return reply.Body;
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 400 or 401)
        {
            return null;
        }
    }

    private async Task<BlueskyTokens> OpenedAsync(CancellationToken cancellationToken)
    {
        var login = new BlueskyLogin(options.Handle.TrimStart('@'), options.AppPassword!.Reveal());
        return (await client.PostAsync(At("createSession"), login, BlueskyJson.Default.BlueskyLogin, BlueskyJson.Default.BlueskyTokens, cancellationToken)).Body;
    }

    private Uri At(string method) => new(options.Server, $"/xrpc/com.atproto.server.{method}");

    private static bool IsToken(string? token) => token is { Length: > 0 } && !token.AsSpan().ContainsAnyExceptInRange('!', '~');
}
