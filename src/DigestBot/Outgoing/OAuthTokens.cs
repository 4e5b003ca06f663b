using System.Text.Json.Serialization;
using DigestBot.Core.Mentions;

namespace DigestBot.Outgoing;

/// <summary>
/// Bearer tokens of an OAuth 2.0 token endpoint (RFC 6749): asked for when first needed, kept in memory until shortly before they
/// end, asked for again when one is not accepted. Safe for concurrent use: one request at a time.
/// </summary>
/// <param name="client">Asks the token endpoint; without credentials of its own unless the vendor wants Basic there.</param>
/// <param name="address">The token endpoint.</param>
/// <param name="grant">The form of the request, made anew each time; see <see cref="OAuthGrant"/>.</param>
/// <param name="clock">Tells when a token ends.</param>
internal sealed class OAuthTokens(ApiClient client, Uri address, Func<IReadOnlyDictionary<string, string>> grant, TimeProvider clock) : IApiCredentials, IDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10); // where the vendor does not say
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private string _token = "";
    private string? _newerRefreshToken;
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
                await AskAsync(cancellationToken);
            request.Headers.Authorization = new("Bearer", _token);
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

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(grant(), StringComparer.Ordinal);
        if (_newerRefreshToken is not null && form.ContainsKey(OAuthGrant.RefreshToken))
            form[OAuthGrant.RefreshToken] = _newerRefreshToken; // vendors that rotate them take each one once
        var reply = (await client.PostFormAsync(address, form, OAuthJson.Default.OAuthReply, cancellationToken)).Body;
        _token = reply.AccessToken is { Length: > 0 } token && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : throw new SourceException($"{address.Host} gave no access token. Check the client id and secret of this source.");
        _newerRefreshToken = reply.RefreshToken ?? _newerRefreshToken;
        var lasts = reply.ExpiresIn is > 0 and <= 86_400 ? TimeSpan.FromSeconds(reply.ExpiresIn.Value) : Usual;
        _ends = clock.GetUtcNow() + (lasts > 2 * Ahead ? lasts - Ahead : lasts / 2);
    }
}

/// <summary>The forms that token endpoints take.</summary>
internal static class OAuthGrant
{
    /// <summary>Name of the field.</summary>
    public const string RefreshToken = "refresh_token";

    /// <summary>The program itself (4.4): id and secret in the form. For vendors that want them in a Basic header, give <see cref="OAuthTokens"/> a client with Basic and leave them out.</summary>
    public static Func<IReadOnlyDictionary<string, string>> ClientCredentials(string? id = null, Secret? secret = null, string? scope = null) =>
        () => Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret?.Reveal()), ("scope", scope));

    /// <summary>On behalf of somebody who agreed once (6).</summary>
    public static Func<IReadOnlyDictionary<string, string>> Refresh(string? id, Secret? secret, Secret refreshToken) =>
        () => Form(("grant_type", "refresh_token"), ("client_id", id), ("client_secret", secret?.Reveal()), (RefreshToken, refreshToken.Reveal()));

    /// <summary>A service account that signs for itself (RFC 7523).</summary>
    public static Func<IReadOnlyDictionary<string, string>> Assertion(SignedToken token) =>
        () => Form(("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", token.Make()));

    private static Dictionary<string, string> Form(params (string Name, string? Value)[] fields) =>
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal);
}

/// <summary>What a token endpoint answers (RFC 6749, 5.1).</summary>
internal sealed record OAuthReply
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }
}

/// <summary>Generated code for token endpoints.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(OAuthReply))]
internal sealed partial class OAuthJson : JsonSerializerContext;
