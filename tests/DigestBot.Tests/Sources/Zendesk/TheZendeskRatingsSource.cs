using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.Zendesk;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Zendesk;

public sealed class TheZendeskRatingsSource : ApiSourceContract
{
    internal override SourceKind Kind => ZendeskRatingSource.Kind;

    internal override VendorStub CreateVendor() => new ZendeskRatingsStub();

    private protected override bool CountsLikes => false;

    private protected override bool SeesDeletions => false;

    private protected override string Settings(Uri vendor) => $$"""
        "Server": "{{vendor}}", "Subdomain": "acme", "Email": "admin@acme.example", "Token": "open-sesame"
        """;

    [Fact]
    public async Task Tells_who_was_glad_and_who_was_not_about_which_ticket()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes(ZendeskRatingsStub.Two));
        Vendor.Say(1, """{ "users": [ { "id": 7881, "name": "Ana Ruiz", "role": "end-user" } ], "next_page": null, "previous_page": null, "count": 1 }"""u8.ToArray());
        var mentions = (await CollectAsync(null)).SelectMany(page => page.Mentions).ToList();

        Assert.Equal([("35436", "Ana Ruiz", "Awesome support!", 5), ("120447", "7882", "Nobody called back", 1)],
            mentions.Select(mention => (mention.Id.ExternalId, mention.Author, mention.Text, (int)mention.Rating!)));
        Assert.Equal("https://acme.zendesk.com/agent/tickets/208", mentions[0].Link);
        Assert.Equal("/api/v2/users/show_many.json?ids=7881,7882", Vendor.Asked[1]);
    }

    [Fact]
    public async Task Reads_ratings_without_names_where_people_may_not_be_seen()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes(ZendeskRatingsStub.Two));
        Vendor.Fail(1, 403);

        Assert.Equal(["7881", "7882"], (await CollectAsync(null)).SelectMany(page => page.Mentions).Select(mention => mention.Author));
    }

    [Fact]
    public async Task Asks_for_ratings_with_words_only()
    {
        var since = Clock.GetUtcNow().AddDays(-14).ToUnixTimeSeconds();
        await CollectAsync(null);

        Assert.Equal($"/api/v2/satisfaction_ratings.json?score=received_with_comment&start_time={since}&page%5Bsize%5D=100", Vendor.Asked[0]);
    }
}

/// <summary>Satisfaction ratings of an account.</summary>
internal sealed class ZendeskRatingsStub : VendorStub
{
    /// <summary>As documented, with cursor pagination.</summary>
    public const string Two = """
        {
          "satisfaction_ratings": [
            {
              "url": "https://acme.zendesk.com/api/v2/satisfaction_ratings/35436.json", "id": 35436, "assignee_id": 135, "group_id": 44, "requester_id": 7881, "ticket_id": 208,
              "score": "good", "comment": "Awesome support!", "reason": null, "reason_id": null, "reason_code": null, "created_at": "2026-11-18T22:55:29Z", "updated_at": "2026-11-19T22:55:29Z"
            },
            {
              "url": "https://acme.zendesk.com/api/v2/satisfaction_ratings/120447.json", "id": 120447, "assignee_id": 136, "group_id": 44, "requester_id": 7882, "ticket_id": 209,
              "score": "bad", "comment": "Nobody called back", "reason": "The issue took too long to resolve", "reason_id": 35, "reason_code": 5, "created_at": "2026-11-19T04:31:29Z", "updated_at": "2026-11-20T10:32:59Z"
            }
          ],
          "meta": { "has_more": false, "after_cursor": "eyJvIjoi", "before_cursor": "eyJvIjoj" },
          "links": { "prev": null, "next": null }
        }
        """;

    public override JsonNode Item(VendorPost post)
    {
        var rating = JsonNode.Parse(Two)!["satisfaction_ratings"]![0]!.DeepClone();
        (rating["id"], rating["comment"], rating["requester_id"]) = (post.Id, post.Text, post.Author);
        (rating["created_at"], rating["updated_at"]) = ($"{post.At.AddHours(-20).UtcDateTime:s}Z", $"{post.ChangedAt.UtcDateTime:s}Z");
        return rating;
    }

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts)
    {
        var start = long.Parse(request.Query["start_time"]!, CultureInfo.InvariantCulture);
        return posts.Where(post => post.ChangedAt.ToUnixTimeSeconds() >= start).OrderBy(post => post.ChangedAt).ThenBy(post => post.Id, StringComparer.Ordinal);
    }

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => new JsonObject
    {
        ["satisfaction_ratings"] = items,
        ["meta"] = new JsonObject { ["has_more"] = next is not null, ["after_cursor"] = next ?? "the-end", ["before_cursor"] = "xxx" },
        ["links"] = new JsonObject { ["prev"] = null, ["next"] = next is null ? null : $"{Address}api/v2/satisfaction_ratings.json?page%5Bafter%5D={next}" },
    };

    protected override string? MarkOf(HttpRequest request) => request.Query["page[after]"] is [{ Length: > 0 } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) =>
        request.Headers.Authorization == "Basic " + Convert.ToBase64String("admin@acme.example/token:open-sesame"u8);

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path != "/api/v2/users/show_many.json")
            return false;
        await WriteAsync(context, new JsonObject { ["users"] = new JsonArray(), ["count"] = 0 });
        return true;
    }
}
