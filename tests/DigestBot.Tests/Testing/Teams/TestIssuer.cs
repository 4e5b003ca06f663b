using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>
/// Signs as the Bot Framework does, and in every way that it does not ("Authentication with the Bot Connector API"). Stands alone (no
/// other test code, nothing of the product), so that a judge who finds its tokens good says something about the product's check.
/// </summary>
internal sealed class TestIssuer : IDisposable
{
    /// <summary>Issuer of the public cloud: the same for every tenant.</summary>
    public const string PublicCloud = "https://api.botframework.com";

    private static int s_issuers;

    private readonly string _audience;
    private readonly TimeProvider _clock;
    private readonly string _name = $"issuer-{Interlocked.Increment(ref s_issuers)}"; // verifiers keep keys by id
    private readonly TestKey _stranger = new("stranger", "msteams");
    private readonly TestKey _webChat;
    private readonly TestKey _silent;
    private TestKey _key;
    private int _rolled;

    /// <summary>An issuer with keys of its own.</summary>
    /// <param name="appId">The bot that its tokens are for.</param>
    /// <param name="clock">Its time; the system's unless given.</param>
    public TestIssuer(string appId, TimeProvider? clock = null)
    {
        (_audience, _clock) = (appId, clock ?? TimeProvider.System);
        _key = NewKey();
        _webChat = new($"{_name}-webchat", "webchat");
        _silent = new($"{_name}-silent", endorsements: null);
    }

    /// <summary>Who it says it is.</summary>
    public string Issuer { get; init; } = PublicCloud;

    /// <summary>How long a token lives. An hour, as the service's, unless set.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The OpenID document.</summary>
    /// <param name="keys">Where <see cref="Keys"/> can be had.</param>
    public JsonObject Metadata(Uri keys) => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = keys.ToString(),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    /// <summary>The published keys, each with the channels it may speak for.</summary>
    public JsonObject Keys() => new() { ["keys"] = new JsonArray(_key.ToJson(), _webChat.ToJson(), _silent.ToJson()) };

    /// <summary>From now on there is another key in the old one's place.</summary>
    public void RollKeys()
    {
        _key.Dispose();
        _key = NewKey();
    }

    /// <summary>A token as it comes with an activity, good but for one fault.</summary>
    /// <param name="serviceUrl">Where the activity says it can be answered.</param>
    /// <param name="fault">What is wrong.</param>
    public string Token(string serviceUrl, TokenFault fault = TokenFault.None) => fault switch
    {
        TokenFault.Garbage => new string('x', 800),
        TokenFault.Unsigned => Unsigned(Claims(serviceUrl, fault)),
        TokenFault.SharedSecret => WithSecret(Claims(serviceUrl, fault)),
        TokenFault.OtherAlgorithm => Signed(Claims(serviceUrl, fault), _key, "RS512", HashAlgorithmName.SHA512, _key.Id),
        TokenFault.NoKeyId => Signed(Claims(serviceUrl, fault), _key, "RS256", HashAlgorithmName.SHA256, name: null),
        TokenFault.OtherKey => Signed(Claims(serviceUrl, fault), _stranger, "RS256", HashAlgorithmName.SHA256, _key.Id),
        TokenFault.Changed => Changed(Sign(Claims(serviceUrl, fault))),
        _ => Signed(Claims(serviceUrl, fault), KeyFor(fault)),
    };

    /// <summary>Any claims, signed with the published key.</summary>
    public string Sign(JsonObject claims) => Signed(claims, _key);

    /// <summary>The claims of a token that this signed; null when it did not, or when the token has ended.</summary>
    public JsonObject? Claims(string token)
    {
        if (token.Split('.') is not [var head, var claims, var signature]
            || !_key.HasSigned(Encoding.ASCII.GetBytes($"{head}.{claims}"), Base64Url.DecodeFromChars(signature)))
            return null;
        var read = JsonNode.Parse(Base64Url.DecodeFromChars(claims))!.AsObject();
        return read["exp"]!.GetValue<long>() > Now ? read : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in new[] { _key, _webChat, _silent, _stranger })
            key.Dispose();
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    private TestKey NewKey() => new($"{_name}-key-{++_rolled}", "msteams", "webchat");

    private JsonObject Claims(string serviceUrl, TokenFault fault)
    {
        var begins = Now + (fault switch { TokenFault.NotYetValid => 3600, TokenFault.Expired => -7200, _ => -10 });
        var claims = new JsonObject
        {
            ["serviceurl"] = fault == TokenFault.OtherServiceUrl ? "https://smba.trafficmanager.net/elsewhere/" : serviceUrl,
            ["iss"] = fault == TokenFault.OtherIssuer ? "https://sts.windows.net/22222222-2222-4222-8222-222222222222/" : Issuer,
            ["aud"] = fault == TokenFault.OtherAudience ? "99999999-9999-4999-8999-999999999999" : _audience,
            ["nbf"] = begins,
            ["exp"] = begins + (fault == TokenFault.Expired ? 3600 : (long)Lifetime.TotalSeconds),
        };
        if (Missing(fault) is { } missing)
            claims.Remove(missing);
        return claims;
    }

    private static string? Missing(TokenFault fault) => fault switch
    {
        TokenFault.NoServiceUrl => "serviceurl",
        TokenFault.NoIssuer => "iss",
        TokenFault.NoAudience => "aud",
        TokenFault.NoExpiry => "exp",
        _ => null,
    };

    private TestKey KeyFor(TokenFault fault) => fault switch
    {
        TokenFault.UnknownKey => _stranger,
        TokenFault.NotEndorsed => _webChat,
        TokenFault.NoEndorsements => _silent,
        _ => _key,
    };

    private static string Signed(JsonObject claims, TestKey key) => Signed(claims, key, "RS256", HashAlgorithmName.SHA256, key.Id);

    private static string Signed(JsonObject claims, TestKey key, string algorithm, HashAlgorithmName hash, string? name)
    {
        var signed = $"{Head(algorithm, name)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed), hash))}";
    }

    private static string Unsigned(JsonObject claims) => $"{Head("none", null)}.{Part(claims)}.";

    private string WithSecret(JsonObject claims)
    {
        var signed = $"{Head("HS256", _key.Id)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key.PublicKey, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        claims["exp"] = claims["exp"]!.GetValue<long>() + 1;
        return $"{parts[0]}.{Part(claims)}.{parts[2]}";
    }

    private static string Head(string algorithm, string? key)
    {
        var head = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm };
        if (key is not null)
            (head["kid"], head["x5t"]) = (key, key);
        return Part(head);
    }

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
