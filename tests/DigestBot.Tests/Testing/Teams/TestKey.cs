using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>A signing key as the Bot Framework publishes it: an RSA key with the channels it may speak for.</summary>
/// <param name="id">Its <c>kid</c>.</param>
/// <param name="endorsements">Channels; null to publish none.</param>
internal sealed class TestKey(string id, params string[]? endorsements) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id { get; } = id;

    /// <summary>What anybody can read: also what an attacker takes for a shared secret.</summary>
    public byte[] PublicKey => _rsa.ExportSubjectPublicKeyInfo();

    public byte[] Sign(ReadOnlySpan<byte> signed, HashAlgorithmName hash) => _rsa.SignData(signed, hash, RSASignaturePadding.Pkcs1);

    public bool HasSigned(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature) =>
        _rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>The public half, as it stands among the published keys.</summary>
    public JsonObject ToJson()
    {
        var half = _rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["x5t"] = Id,
            ["n"] = Base64Url.EncodeToString(half.Modulus), ["e"] = Base64Url.EncodeToString(half.Exponent),
        };
        if (endorsements is not null)
            key["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        return key;
    }

    public void Dispose() => _rsa.Dispose();
}
