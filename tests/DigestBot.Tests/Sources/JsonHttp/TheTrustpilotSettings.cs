using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.JsonHttp;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.JsonHttp;

/// <summary>Reviews of a business unit, as the settings in src/DigestBot/Sources/README.md read them: pages by number.</summary>
public sealed class TheTrustpilotSettings : ApiSourceContract
{
    internal override SourceKind Kind => JsonHttpSource.Kind;

    internal override VendorStub CreateVendor() => new TrustpilotStub();

    private protected override string Settings(Uri vendor) => $$"""
        "Vendor": "Trustpilot",
        "Address": "{{vendor}}v1/business-units/46d6a890000064000500e0c3/reviews?orderBy=createdat.desc&perPage=100&page={page}",
        "Authentication": "Header", "TokenName": "apikey", "Token": "open-sesame",
        "Items": "reviews", "Paging": "Page", "ListsEverything": true,
        "Fields": { "id": "id", "text": "title, text", "author": "consumer.displayName", "createdAt": "createdAt", "likes": "numberOfLikes", "rating": "stars", "language": "language" },
        "Link": "https://www.trustpilot.com/reviews/{id}"
        """;

    [Fact]
    public async Task Bring_stars_language_title_and_the_address_of_a_review()
    {
        ((TrustpilotStub)Vendor).Title = "Great ride";
        await RunAsync();
        var kept = await KeptAsync("first");

        Assert.Equal(("Great ride\nLovely bikes", 4.0, "da", "https://www.trustpilot.com/reviews/first"), (kept!.Text, kept.Rating, kept.Language, kept.Link));
        Assert.Contains("page=1", Vendor.Asked[0], StringComparison.Ordinal);
    }
}

internal sealed class TrustpilotStub : VendorStub
{
    public string? Title { get; set; }

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["links"] = new JsonArray(new JsonObject { ["href"] = $"https://api.example.com/v1/reviews/{post.Id}", ["method"] = "GET", ["rel"] = "reviews" }),
        ["id"] = post.Id,
        ["consumer"] = new JsonObject { ["links"] = new JsonArray(), ["id"] = "c1", ["displayName"] = post.Author, ["displayLocation"] = "Aarhus, DK", ["numberOfReviews"] = 3 },
        ["businessUnit"] = new JsonObject { ["links"] = new JsonArray(), ["id"] = "46d6a890000064000500e0c3", ["identifyingName"] = "acme-bikes.example", ["displayName"] = "Acme Bikes" },
        ["stars"] = 4,
        ["title"] = Title,
        ["text"] = post.Text,
        ["language"] = "da",
        ["createdAt"] = post.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["updatedAt"] = null,
        ["companyReply"] = null,
        ["isVerified"] = true,
        ["numberOfLikes"] = post.Likes,
        ["status"] = "active",
        ["reportData"] = null,
        ["complianceLabels"] = new JsonArray(),
    };

    // A page behind the last one is empty.
    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        if (MarkOf(context.Request) is not null && items is [JsonValue])
            items.Clear();
        if (EndlessMark is not null && items.Count == 0)
            items.Add(Item(new("again", "ana", "The same again", new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero))));
        return new JsonObject { ["links"] = new JsonArray(), ["reviews"] = items };
    }

    protected override string? MarkOf(HttpRequest request) =>
        int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var page) && page > 1 ? $"{(page - 1) * PageSize}" : null;

    protected override bool Knows(HttpRequest request) => request.Headers["apikey"] == "open-sesame";
}
