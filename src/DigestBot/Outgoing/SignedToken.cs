using System.Security.Cryptography;
using DigestBot.Core.Mentions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Outgoing;

/// <summary>Makes signed tokens (JWT) with a private key: ES256 with an elliptic curve key (App Store Connect), RS256 with an RSA key (Google service accounts).</summary>
/// <param name="key">The private key, as PEM (<c>-----BEGIN PRIVATE KEY-----</c>); line breaks may be written as <c>\n</c>.</param>
/// <param name="keyId">Goes into the header as <c>kid</c>; null leaves it out.</param>
/// <param name="claims">Issuer, audience and what else the vendor wants; <c>iat</c> and <c>exp</c> are put in.</param>
/// <param name="clock">When it is made.</param>
internal sealed class SignedToken(Secret key, string? keyId, IReadOnlyDictionary<string, object> claims, TimeProvider clock) : IApiCredentials
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15); // App Store Connect takes 20 minutes at most

    /// <summary>A fresh one, good for a quarter of an hour.</summary>
    /// <exception cref="SourceException">The key cannot be read.</exception>
    public string Make()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object>(claims, StringComparer.Ordinal),
            IssuedAt = now,
            NotBefore = null,
            Expires = now + Lasts,
            SigningCredentials = Signing(),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <inheritdoc />
    public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", Make());
        return ValueTask.CompletedTask;
    }

    private SigningCredentials Signing()
    {
        var pem = key.Reveal().Replace("\\n", "\n", StringComparison.Ordinal);
        return Curve(pem) ?? Rsa(pem)
            ?? throw new SourceException("The private key cannot be read. Check that it is the whole file, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----.");
    }

    // The keys' own cache would outlive them.
    private SigningCredentials? Curve(string pem)
    {
        var curve = ECDsa.Create();
        return IsImported(() => curve.ImportFromPem(pem), curve) && curve.KeySize == 256
            ? Credentials(new ECDsaSecurityKey(curve) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256)
            : null;
    }

    private SigningCredentials? Rsa(string pem)
    {
        var rsa = RSA.Create();
        return IsImported(() => rsa.ImportFromPem(pem), rsa)
            ? Credentials(new RsaSecurityKey(rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256)
            : null;
    }

    private static SigningCredentials Credentials(SecurityKey key, string algorithm) =>
        new(key, algorithm) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };

    private static bool IsImported(Action import, IDisposable key)
    {
        try
        {
            import();
            return true;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return false;
        }
    }
}
