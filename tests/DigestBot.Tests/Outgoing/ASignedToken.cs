using System.Security.Cryptography;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;
using DigestBot.Tests.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Tests.Outgoing;

public sealed class ASignedToken
{
    private static readonly Dictionary<string, object> Claims = new(StringComparer.Ordinal) { ["iss"] = "issuer", ["aud"] = "appstoreconnect-v1" };

    [Fact]
    public async Task Is_signed_by_an_elliptic_curve_key_as_es256()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AssertSoundAsync(key.ExportPkcs8PrivateKeyPem(), new ECDsaSecurityKey(key), "ES256");
    }

    [Fact]
    public async Task Is_signed_by_an_rsa_key_as_rs256_also_when_its_line_breaks_are_written_out()
    {
        using var key = RSA.Create(2048);
        await AssertSoundAsync(key.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\\n"), new RsaSecurityKey(key), "RS256");
    }

    [Fact]
    public void Says_what_to_check_when_the_key_is_none()
    {
        var failure = Assert.Throws<SourceException>(() => new SignedToken(new("-----BEGIN nonsense"), "kid", Claims, FakeClock.OnMonday()).Make());
        Assert.Contains("BEGIN PRIVATE KEY", failure.Message, StringComparison.Ordinal);
    }

    private static async Task AssertSoundAsync(string pem, SecurityKey key, string algorithm)
    {
        var clock = FakeClock.OnMonday();
        var written = new SignedToken(new(pem), "KEY1", Claims, clock).Make();
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(written, new()
        {
            IssuerSigningKey = key,
            ValidIssuer = "issuer",
            ValidAudience = "appstoreconnect-v1",
            LifetimeValidator = (_, expires, _, _) => expires == clock.GetUtcNow().UtcDateTime.AddMinutes(15),
        });
        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
        var token = new JsonWebToken(written);
        Assert.Equal((algorithm, "KEY1"), (token.Alg, token.Kid));
        Assert.Equal(clock.GetUtcNow().UtcDateTime, token.IssuedAt);
    }
}
