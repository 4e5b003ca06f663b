using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Tests.Sources.GooglePlay;

/// <summary>Google Play with one app, and the token endpoint beside it.</summary>
internal sealed class GooglePlayStub : VendorStub
{
    private const string Review = """
        {
          "reviewId": "8c1f0e52-5f0a-4a53-9f0b-1de1a2d9c001", "authorName": "ana",
          "comments": [
            {
              "userComment": {
                "text": "Lovely", "lastModified": { "seconds": "1763283600", "nanos": 713000000 }, "starRating": 4, "reviewerLanguage": "en",
                "device": "trltecan", "androidOsVersion": 34, "appVersionCode": 12345, "appVersionName": "1.2.3", "thumbsUpCount": 10, "thumbsDownCount": 3,
                "deviceMetadata": {
                  "productName": "E5333", "manufacturer": "Sony", "deviceClass": "phone", "screenWidthPx": 1080, "screenHeightPx": 1920,
                  "nativePlatform": "armeabi-v7a,armeabi", "screenDensityDpi": 480, "glEsVersion": 196608, "cpuModel": "MT6752", "cpuMake": "Mediatek", "ramMb": 2048
                }
              }
            },
            { "developerComment": { "text": "Thanks!", "lastModified": { "seconds": "1763290000", "nanos": 0 } } }
          ]
        }
        """;

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The key file of the service account.</summary>
    public string KeyFile(Uri vendor) => new JsonObject
    {
        ["type"] = "service_account",
        ["project_id"] = "acme-digest",
        ["private_key_id"] = "0f3a9c",
        ["private_key"] = _key.ExportPkcs8PrivateKeyPem(),
        ["client_email"] = "digest@acme-digest.iam.gserviceaccount.com",
        ["client_id"] = "103000000000000000001",
        ["auth_uri"] = "https://accounts.google.com/o/oauth2/auth",
        ["token_uri"] = $"{vendor}token",
        ["universe_domain"] = "googleapis.com",
    }.ToJsonString();

    /// <summary>Tokens given out.</summary>
    public int Tokens { get; private set; }

    public override JsonNode Item(VendorPost post)
    {
        var review = JsonNode.Parse(Review)!;
        (review["reviewId"], review["authorName"]) = (post.Id, post.Author);
        var said = review["comments"]![0]!["userComment"]!;
        (said["text"], said["thumbsUpCount"]) = (post.Text, post.Likes);
        said["lastModified"]!["seconds"] = $"{post.ChangedAt.ToUnixTimeSeconds()}";
        return review;
    }

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        posts.OrderByDescending(post => post.ChangedAt).ThenBy(post => post.Id, StringComparer.Ordinal);

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => next is null
        ? new JsonObject { ["reviews"] = items }
        : new JsonObject { ["reviews"] = items, ["tokenPagination"] = new JsonObject { ["nextPageToken"] = next } };

    protected override string? MarkOf(HttpRequest request) => request.Query["token"] is [{ Length: > 0 } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) => request.Path == "/token" || request.Headers.Authorization == $"Bearer ya29.{Tokens}";

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path != "/token")
            return false;
        var form = await context.Request.ReadFormAsync();
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", form["grant_type"]);
        AssertSigned(new(form["assertion"]));
        Tokens++;
        await WriteAsync(context, new JsonObject { ["access_token"] = $"ya29.{Tokens}", ["expires_in"] = 3599, ["token_type"] = "Bearer" });
        return true;
    }

    private void AssertSigned(JsonWebToken token)
    {
        Assert.Equal(("RS256", "0f3a9c", "digest@acme-digest.iam.gserviceaccount.com"), (token.Alg, token.Kid, token.Issuer));
        Assert.Equal([$"{Address}token"], token.Audiences);
        Assert.Equal("https://www.googleapis.com/auth/androidpublisher", token.GetPayloadValue<string>("scope"));
        var signed = Encoding.ASCII.GetBytes($"{token.EncodedHeader}.{token.EncodedPayload}");
        Assert.True(_key.VerifyData(signed, Base64UrlEncoder.DecodeBytes(token.EncodedSignature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
