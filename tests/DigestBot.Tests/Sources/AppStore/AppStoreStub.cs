using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Tests.Sources.AppStore;

/// <summary>App Store Connect with one app, which looks at who signed what.</summary>
internal sealed class AppStoreStub : VendorStub
{
    private const string Review = """
        {
          "type": "customerReviews", "id": "00000028-b08c-0014-729e-fbd500000000",
          "attributes": { "rating": 4, "title": "", "body": "Lovely", "reviewerNickname": "ana", "createdDate": "2026-11-16T01:00:00-08:00", "territory": "USA" },
          "relationships": {
            "response": {
              "links": {
                "self": "https://api.appstoreconnect.apple.com/v1/customerReviews/00000028-b08c-0014-729e-fbd500000000/relationships/response",
                "related": "https://api.appstoreconnect.apple.com/v1/customerReviews/00000028-b08c-0014-729e-fbd500000000/response"
              }
            }
          },
          "links": { "self": "https://api.appstoreconnect.apple.com/v1/customerReviews/00000028-b08c-0014-729e-fbd500000000" }
        }
        """;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The file AuthKey_....p8.</summary>
    public string PrivateKey => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>The last token that was shown.</summary>
    public JsonWebToken? Token { get; private set; }

    public override JsonNode Item(VendorPost post)
    {
        var review = JsonNode.Parse(Review)!;
        review["id"] = post.Id;
        review["attributes"]!["body"] = post.Text;
        review["attributes"]!["reviewerNickname"] = post.Author;
        review["attributes"]!["createdDate"] = $"{post.At.ToOffset(TimeSpan.FromHours(-8)):yyyy-MM-ddTHH:mm:sszzz}";
        return review;
    }

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var links = new JsonObject { ["self"] = $"{Address}v1/apps/1234567890/customerReviews?limit=200" };
        if (next is not null)
            links["next"] = $"{Address}v1/apps/1234567890/customerReviews?cursor={next}&limit=200&sort=-createdDate&include=response";
        return new JsonObject { ["data"] = items, ["links"] = links, ["meta"] = new JsonObject { ["paging"] = new JsonObject { ["total"] = 7, ["limit"] = 200 } } };
    }

    protected override string? MarkOf(HttpRequest request) => request.Query["cursor"] is [{ Length: > 0 } mark] ? mark : null;

    protected override bool Knows(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } bearer] || !bearer.StartsWith("Bearer ", StringComparison.Ordinal))
            return false;
        Token = new(bearer["Bearer ".Length..]);
        var signed = Encoding.ASCII.GetBytes($"{Token.EncodedHeader}.{Token.EncodedPayload}");
        return Token is { Alg: "ES256", Kid: "2X9R4HXF34" } && Token.Audiences.Single() == "appstoreconnect-v1"
            && Token.ValidTo - Token.IssuedAt <= TimeSpan.FromMinutes(20)
            && _key.VerifyData(signed, Base64UrlEncoder.DecodeBytes(Token.EncodedSignature), HashAlgorithmName.SHA256);
    }
}
