using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.JsonHttp;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.JsonHttp;

/// <summary>Notes, as the settings in src/DigestBot/Sources/README.md read them: the answer holds the next address.</summary>
public sealed class TheProductboardSettings : ApiSourceContract
{
    internal override SourceKind Kind => JsonHttpSource.Kind;

    private protected override bool SeesDeletions => false; // a note that is filed away is not listed either

    private protected override bool CountsLikes => false;

    internal override VendorStub CreateVendor() => new ProductboardStub();

    private protected override string Settings(Uri vendor) => $$"""
        "Vendor": "Productboard",
        "Address": "{{vendor}}v2/notes?updatedFrom={since}",
        "Authentication": "Bearer", "Token": "open-sesame",
        "Items": "data", "Paging": "NextLink", "Next": "links.next", "Order": "FromInstant", "Html": false,
        "Fields": { "id": "id", "text": "fields.content", "author": "fields.owner.email", "createdAt": "createdAt", "changedAt": "updatedAt", "url": "links.html" }
        """;

    [Fact]
    public async Task Tell_the_vendor_since_when_and_follow_its_link_to_the_next_page()
    {
        await AddAsync(new("third", "cleo", "One more", Clock.GetUtcNow().AddHours(-1)));
        await RunAsync();

        Assert.Contains("updatedFrom=2026-11-09T07%3A00%3A00Z", Vendor.Asked[0], StringComparison.Ordinal);
        Assert.Contains("pageCursor=2", Vendor.Asked[1], StringComparison.Ordinal);
        Assert.Equal("https://acme.example.com/notes/third", (await KeptAsync("third"))!.Link);
    }

    [Fact]
    public async Task Hand_the_token_to_no_other_host()
    {
        ((ProductboardStub)Vendor).NextHost = "http://elsewhere.example";
        await AddAsync(new("third", "cleo", "One more", Clock.GetUtcNow().AddHours(-1)));

        Assert.Contains("another host", (await RunAsync()).Failure, StringComparison.Ordinal);
    }
}

internal sealed class ProductboardStub : VendorStub
{
    public string? NextHost { get; set; }

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["id"] = post.Id,
        ["type"] = "textNote",
        ["fields"] = new JsonObject
        {
            ["name"] = "A note", ["content"] = post.Text, ["tags"] = new JsonArray(new JsonObject { ["name"] = "app" }),
            ["owner"] = new JsonObject { ["id"] = "m1", ["email"] = post.Author }, ["processed"] = false, ["archived"] = false,
        },
        ["relationships"] = new JsonObject { ["data"] = new JsonArray(), ["links"] = new JsonObject { ["next"] = null } },
        ["metadata"] = new JsonObject { ["source"] = new JsonObject { ["system"] = "survey", ["recordId"] = "77" } },
        ["links"] = new JsonObject { ["self"] = $"https://api.example.com/v2/notes/{post.Id}", ["html"] = $"https://acme.example.com/notes/{post.Id}" },
        ["createdAt"] = $"{post.At:O}",
        ["updatedAt"] = $"{post.ChangedAt:O}",
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => new JsonObject
    {
        ["data"] = items,
        ["links"] = new JsonObject { ["next"] = next is null ? null : $"{NextHost ?? Address.ToString().TrimEnd('/')}/v2/notes?updatedFrom={context.Request.Query["updatedFrom"]}&pageCursor={next}" },
    };

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        DateTimeOffset.TryParse(request.Query["updatedFrom"], CultureInfo.InvariantCulture, out var since)
            ? base.Asks(request, posts).Where(post => post.ChangedAt >= since)
            : base.Asks(request, posts);

    protected override string? MarkOf(HttpRequest request) => request.Query["pageCursor"] is [{ Length: > 0 } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer open-sesame";
}
