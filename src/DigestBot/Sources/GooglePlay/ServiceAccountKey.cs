using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.GooglePlay;

/// <summary>The key file of a service account of Google, and the tokens it gets.</summary>
internal sealed record ServiceAccountKey(string? ClientEmail, string? PrivateKeyId, string? PrivateKey, string? TokenUri)
{
    private const string UsualTokenUri = "https://oauth2.googleapis.com/token";
    private const string Unreadable = "The key of the service account cannot be read. Check that Key (or KeyFile) of this source is the whole JSON file that Google Cloud gave out.";

    /// <summary>Reads a key file; one that makes no sense has nothing in it, and says so when a token is asked for.</summary>
    public static ServiceAccountKey Of(Secret file)
    {
        try
        {
            return JsonSerializer.Deserialize(file.Reveal(), ServiceAccountJson.Default.ServiceAccountKey) ?? new(null, null, null, null);
        }
        catch (JsonException)
        {
            return new(null, null, null, null); // told by Grant
        }
    }

    /// <summary>Tokens with a scope (RFC 7523, RS256).</summary>
    public OAuthTokens Tokens(string scope, SourceParts parts)
    {
        var client = parts.Client(new("Google") { Account = ClientEmail ?? "", Explain = Explain });
        return new(client, TokenAddress, Grant(scope, parts.Clock), parts.Clock);
    }

    private Uri TokenAddress => Uri.TryCreate(TokenUri, UriKind.Absolute, out var address) ? address : new(UsualTokenUri);

    private Func<IReadOnlyDictionary<string, string>> Grant(string scope, TimeProvider clock)
    {
        if (this is not { ClientEmail.Length: > 0, PrivateKey.Length: > 0 })
            return () => throw new SourceException(Unreadable);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["iss"] = ClientEmail, ["scope"] = scope, ["aud"] = TokenAddress.OriginalString };
        return OAuthGrant.Assertion(new SignedToken(new Secret(PrivateKey), PrivateKeyId, claims, clock));
    }

    private static string? Explain(ApiFault fault) => fault.Status is 400 or 401
        ? $"Google does not accept the key of the service account ({fault.Status}). Check that the key was not deleted in Google Cloud, and that this machine's clock is right."
        : null;
}

/// <summary>Generated code for key files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LooseText)])]
[JsonSerializable(typeof(ServiceAccountKey))]
internal sealed partial class ServiceAccountJson : JsonSerializerContext;
