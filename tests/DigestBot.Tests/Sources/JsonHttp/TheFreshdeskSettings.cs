using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.JsonHttp;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.JsonHttp;

/// <summary>Tickets, as the settings in src/DigestBot/Sources/README.md read them: the answer is the list, a header holds the next address.</summary>
public sealed class TheFreshdeskSettings : ApiSourceContract
{
    internal override SourceKind Kind => JsonHttpSource.Kind;

    private protected override bool CountsLikes => false;

    internal override VendorStub CreateVendor() => new FreshdeskStub();

    private protected override string Settings(Uri vendor) => $$"""
        "Vendor": "Freshdesk",
        "Address": "{{vendor}}api/v2/tickets?updated_since={since}&order_by=updated_at&order_type=asc&per_page=100&include=description,requester",
        "Authentication": "Basic", "Token": "open-sesame:X",
        "Paging": "LinkHeader", "Order": "FromInstant", "ListsEverything": true,
        "Fields": { "id": "id", "text": "description_text", "author": "requester.name", "createdAt": "created_at", "changedAt": "updated_at" },
        "Link": "https://acme.freshdesk.com/a/tickets/{id}"
        """;

    [Fact]
    public async Task Link_to_the_ticket()
    {
        await AddAsync(new("4711", "cleo", "One more", Clock.GetUtcNow().AddHours(-1)));
        await RunAsync();

        Assert.Equal("https://acme.freshdesk.com/a/tickets/4711", (await KeptAsync("4711"))!.Link);
    }
}

internal sealed class FreshdeskStub : VendorStub
{
    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["cc_emails"] = new JsonArray(), ["fwd_emails"] = new JsonArray(), ["reply_cc_emails"] = new JsonArray(), ["fr_escalated"] = false, ["spam"] = false,
        ["email_config_id"] = null, ["group_id"] = null, ["priority"] = 1, ["requester_id"] = 1_230, ["responder_id"] = null, ["source"] = 2, ["company_id"] = null,
        ["status"] = 2, ["subject"] = "A question", ["to_emails"] = null, ["product_id"] = null, ["id"] = long.TryParse(post.Id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : post.Id, ["type"] = null, ["due_by"] = null, ["fr_due_by"] = null,
        ["is_escalated"] = false, ["description"] = $"<div>{System.Net.WebUtility.HtmlEncode(post.Text)}</div>", ["description_text"] = post.Text, ["custom_fields"] = new JsonObject(),
        ["created_at"] = $"{post.At:O}", ["updated_at"] = $"{post.ChangedAt:O}", ["tags"] = new JsonArray(),
        ["requester"] = new JsonObject { ["id"] = 1_230, ["name"] = post.Author, ["email"] = "someone@example.com", ["mobile"] = null, ["phone"] = null },
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        if (next is not null)
            context.Response.Headers.Link = $"<{Address}api/v2/tickets?updated_since={context.Request.Query["updated_since"]}&page={next}>; rel=\"next\"";
        return items;
    }

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        posts.Where(post => post.ChangedAt >= DateTimeOffset.Parse(request.Query["updated_since"]!, CultureInfo.InvariantCulture)).OrderBy(post => post.ChangedAt);

    protected override string? MarkOf(HttpRequest request) => request.Query["page"] is [{ Length: > 0 } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) =>
        request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("open-sesame:X"))}";
}
