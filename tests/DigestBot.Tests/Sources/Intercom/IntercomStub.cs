using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Intercom;

/// <summary>A workspace that is searched.</summary>
internal sealed class IntercomStub : VendorStub
{
    /// <summary>As documented, begun by a customer, in HTML.</summary>
    public const string Conversation = """
        {
          "type": "conversation", "id": "215469827000001", "title": null, "created_at": 1763283600, "updated_at": 1763283600, "waiting_since": 1763283600, "snoozed_until": null,
          "open": true, "state": "open", "read": false, "priority": "not_priority", "admin_assignee_id": 991267, "team_assignee_id": null,
          "tags": { "type": "tag.list", "tags": [] },
          "conversation_rating": null,
          "source": {
            "type": "conversation", "id": "403918330", "delivered_as": "customer_initiated", "subject": "", "body": "<p>Lovely</p>",
            "author": { "type": "user", "id": "6762f0dd1bb69f9f2193bb83", "name": "ana", "email": "ana@example.com" },
            "attachments": [], "url": "https://app.acme.example/trips", "redacted": false
          },
          "contacts": { "type": "contact.list", "contacts": [ { "type": "contact", "id": "6762f0dd1bb69f9f2193bb83", "external_id": "70" } ] },
          "teammates": { "type": "admin.list", "admins": [] },
          "custom_attributes": {},
          "first_contact_reply": { "created_at": 1763283600, "type": "conversation", "url": "https://app.acme.example/trips" },
          "sla_applied": null,
          "statistics": { "type": "conversation_statistics", "time_to_assignment": 0, "time_to_admin_reply": 84, "first_contact_reply_at": 1763283600, "count_reopens": 0, "count_assignments": 0, "count_conversation_parts": 1 },
          "linked_objects": { "type": "list", "data": [], "total_count": 0, "has_more": false },
          "ai_agent_participated": false, "ai_agent": null
        }
        """;

    /// <summary>Conversations that a search misses although they are there.</summary>
    public HashSet<string> Unfound { get; } = new(StringComparer.Ordinal);

    public override JsonNode Item(VendorPost post)
    {
        var conversation = JsonNode.Parse(Conversation)!;
        (conversation["id"], conversation["created_at"], conversation["updated_at"]) = (post.Id, post.At.ToUnixTimeSeconds(), post.ChangedAt.ToUnixTimeSeconds());
        conversation["source"]!["body"] = $"<p class=\"no-margin\">{WebUtility.HtmlEncode(post.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";
        conversation["source"]!["author"]!["name"] = post.Author;
        return conversation;
    }

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var pages = new JsonObject { ["type"] = "pages", ["page"] = 1, ["per_page"] = 150, ["total_pages"] = 2 };
        if (next is not null)
            pages["next"] = new JsonObject { ["page"] = 2, ["starting_after"] = next };
        return new JsonObject { ["type"] = "conversation.list", ["pages"] = pages, ["total_count"] = items.Count, ["conversations"] = items };
    }

    protected override string? MarkOf(HttpRequest request) => (string?)Search(request)?["pagination"]?["starting_after"];

    protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer open-sesame" && request.Headers["Intercom-Version"] == "2.11";

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts)
    {
        var filters = Search(request)!["query"]!["value"]!.AsArray();
        Assert.Equal("""{"field":"source.delivered_as","operator":"=","value":"customer_initiated"}""", filters[0]!.ToJsonString());
        var since = (long)filters[1]!["value"]![0]!["value"]!;
        return posts.Where(post => post.ChangedAt.ToUnixTimeSeconds() >= since).OrderBy(post => post.ChangedAt).ThenBy(post => post.Id, StringComparer.Ordinal);
    }

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await WriteSingleAsync(context, posts.SingleOrDefault(post => context.Request.Path == $"/conversations/{post.Id}"));
            return true;
        }
        if (Search(context.Request)?["query"] is not { } query || (string?)query["field"] != "id")
            return false;
        var ids = query["value"]!.AsArray().Select(id => (string?)id).ToList();
        await WriteAsync(context, Page([.. posts.Where(post => ids.Contains(post.Id) && !Unfound.Contains(post.Id)).Select(Item)], null, context));
        return true;
    }

    private async Task WriteSingleAsync(HttpContext context, VendorPost? post)
    {
        context.Response.StatusCode = post is null ? 404 : 200;
        await WriteAsync(context, post is null
            ? JsonNode.Parse("""{ "type": "error.list", "request_id": "b68959ea", "errors": [ { "code": "not_found", "message": "Resource Not Found" } ] }""")!
            : Item(post));
    }

    // The body is small, and here already.
    private static JsonNode? Search(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return null;
        request.EnableBuffering();
        request.Body.Position = 0;
        using var copy = new MemoryStream();
        request.Body.CopyToAsync(copy).GetAwaiter().GetResult();
        return JsonNode.Parse(copy.ToArray());
    }
}
