using System.Text;
using System.Text.Json;
using DigestBot.Sources;
using DigestBot.Sources.AppStore;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.AppStore;

public sealed class TheAppStoreSource : ApiSourceContract
{
    // Shaped as in "List all customer reviews for an app", with include=response.
    private const string Answered = """
        {
          "data": [
            {
              "type": "customerReviews", "id": "00000028-b08c-0014-729e-fbd500000001",
              "attributes": { "rating": 2, "title": "Crashes on boarding", "body": "Every time at the gate.", "reviewerNickname": "Anne J", "createdDate": "2026-11-20T08:10:34-08:00", "territory": "USA" },
              "relationships": { "response": { "data": { "type": "customerReviewResponses", "id": "r-1" }, "links": { "self": "https://api.appstoreconnect.apple.com/v1/x", "related": "https://api.appstoreconnect.apple.com/v1/y" } } },
              "links": { "self": "https://api.appstoreconnect.apple.com/v1/customerReviews/00000028-b08c-0014-729e-fbd500000001" }
            },
            {
              "type": "customerReviews", "id": "00000028-b08c-0014-729e-fbd500000002",
              "attributes": { "rating": 5, "title": "Prima", "body": "Läuft.", "reviewerNickname": "Bernd", "createdDate": "2026-11-19T08:10:34+01:00", "territory": "DEU" },
              "relationships": { "response": { "data": { "type": "customerReviewResponses", "id": "r-2" } } },
              "links": { "self": "https://api.appstoreconnect.apple.com/v1/customerReviews/00000028-b08c-0014-729e-fbd500000002" }
            }
          ],
          "included": [
            { "type": "customerReviewResponses", "id": "r-1", "attributes": { "responseBody": "Mended in 4.2.", "lastModifiedDate": "2026-11-20T09:20:40-08:00", "state": "PUBLISHED" } },
            { "type": "customerReviewResponses", "id": "r-2", "attributes": { "responseBody": "Danke!", "lastModifiedDate": "2026-11-20T09:21:40-08:00", "state": "PENDING_PUBLISH" } }
          ],
          "links": { "self": "https://api.appstoreconnect.apple.com/v1/apps/1234567890/customerReviews?limit=200" },
          "meta": { "paging": { "total": 2, "limit": 200 } }
        }
        """;

    private AppStoreStub Store => (AppStoreStub)Vendor;

    internal override SourceKind Kind => AppStoreSource.Kind;

    internal override VendorStub CreateVendor() => new AppStoreStub();

    private protected override bool CountsLikes => false;

    private protected override string Settings(Uri vendor) => $$"""
        "Server": "{{vendor}}", "App": "1234567890", "KeyId": "2X9R4HXF34", "IssuerId": "57246542-96fe-1a63-e053-0824d011072a",
        "Territories": "USA,DEU", "PrivateKey": {{JsonSerializer.Serialize(Store.PrivateKey)}}
        """;

    [Fact]
    public async Task Tells_stars_title_and_whether_the_answer_is_there_for_all_to_see()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes(Answered));
        var mentions = (await CollectAsync(null)).SelectMany(page => page.Mentions).ToList();

        Assert.Equal(["Prima\nLäuft.", "Crashes on boarding\nEvery time at the gate."], mentions.Select(mention => mention.Text));
        Assert.Equal([(5, 0), (2, 1)], mentions.Select(mention => ((int)mention.Rating!, (int)mention.Engagement.Replies)));
        Assert.Equal("https://apps.apple.com/app/id1234567890?see-all=reviews", mentions[0].Link);
    }

    [Fact]
    public async Task Asks_for_the_newest_first_of_the_storefronts_it_is_to_read()
    {
        await CollectAsync(null);

        Assert.Equal("/v1/apps/1234567890/customerReviews?sort=-createdDate&limit=200&include=response&filter%5Bterritory%5D=USA,DEU", Vendor.Asked[0]);
    }

    [Fact]
    public async Task Signs_for_the_team_or_for_a_person_who_has_a_key()
    {
        await CollectAsync(null);
        Assert.Equal("57246542-96fe-1a63-e053-0824d011072a", Store.Token!.Issuer);

        var person = new AppStoreSource(new() { Name = "own", App = "1234567890", KeyId = "2X9R4HXF34", PrivateKey = new(Store.PrivateKey), Server = Vendor.Address }, Parts);
        using (person)
            await person.CollectAsync(null, CancellationToken.None).ToListAsync();
        Assert.Equal(("user", ""), (Store.Token.Subject, Store.Token.Issuer));
    }

    [Fact]
    public async Task Leads_no_token_to_another_host()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes("""{ "data": [], "links": { "next": "https://elsewhere.example/v1/apps/1234567890/customerReviews?cursor=2" } }"""));

        Assert.Contains("another host", (await RunAsync()).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_hours_quota_of_the_key()
    {
        Vendor.Headers["X-Rate-Limit"] = "user-hour-lim:3600;user-hour-rem:3121;";
        await CollectAsync(null);

        Assert.Equal(3121, Source.Health!.QuotaLeft);
    }

    [Theory]
    [InlineData(401, "NOT_AUTHORIZED", "KeyId, IssuerId and PrivateKey")]
    [InlineData(403, "FORBIDDEN_ERROR", "role Customer Support")]
    [InlineData(403, "FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED", "accept it in App Store Connect")]
    [InlineData(404, "NOT_FOUND", "not the bundle id")]
    public async Task Says_which_right_is_missing(int status, string code, string expected)
    {
        Vendor.Before = context => context.Response.StatusCode = status;
        Vendor.Say(5, Encoding.UTF8.GetBytes($$"""{ "errors": [ { "id": "1", "status": "{{status}}", "code": "{{code}}", "title": "secret-word", "detail": "secret-word" } ] }"""));

        Assert.Contains(expected, (await RunAsync()).Failure, StringComparison.Ordinal);
    }
}
