using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Zendesk;

/// <summary>Incremental export of an account's tickets: oldest change first, cursors that know where they began, deleted tickets marked.</summary>
internal sealed class ZendeskStub(Func<DateTimeOffset> now) : VendorStub
{
    private const string Ticket = """
        {
          "url": "https://acme.zendesk.com/api/v2/tickets/35436.json", "id": 35436, "external_id": null,
          "via": { "channel": "web", "source": { "from": {}, "to": {}, "rel": null } },
          "created_at": "2026-11-16T09:00:00Z", "updated_at": "2026-11-16T09:00:00Z", "generated_timestamp": 1763283600,
          "type": "incident", "subject": "", "raw_subject": "", "description": "Lovely", "priority": "normal", "status": "open", "recipient": null,
          "requester_id": 20978392, "submitter_id": 20978392, "assignee_id": 235323, "organization_id": null, "group_id": 98738,
          "collaborator_ids": [], "follower_ids": [], "email_cc_ids": [], "forum_topic_id": null, "problem_id": null,
          "has_incidents": false, "is_public": true, "due_at": null, "tags": [ "dock" ],
          "custom_fields": [ { "id": 27642, "value": "745" } ], "satisfaction_rating": { "score": "unoffered" }, "sharing_agreement_ids": [],
          "custom_status_id": 1, "fields": [ { "id": 27642, "value": "745" } ], "followup_ids": [], "ticket_form_id": 2, "brand_id": 3,
          "allow_channelback": false, "allow_attachments": true, "from_messaging_channel": false
        }
        """;

    private readonly Dictionary<string, VendorPost> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VendorPost> _deleted = new(StringComparer.Ordinal);

    public override JsonNode Item(VendorPost post)
    {
        var ticket = JsonNode.Parse(Ticket)!;
        (ticket["id"], ticket["description"], ticket["subject"]) = (post.Id, post.Text, post.Text[..Math.Min(post.Text.Length, 5)]);
        (ticket["requester_id"], ticket["submitter_id"]) = (post.Author, post.Author);
        (ticket["created_at"], ticket["updated_at"]) = ($"{post.At.UtcDateTime:s}Z", $"{post.ChangedAt.UtcDateTime:s}Z");
        ticket["generated_timestamp"] = post.ChangedAt.ToUnixTimeSeconds();
        ticket["status"] = _deleted.ContainsKey(post.Id) ? "deleted" : "open";
        return ticket;
    }

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts)
    {
        foreach (var post in posts)
            _seen[post.Id] = post;
        foreach (var gone in _seen.Keys.Except(posts.Select(post => post.Id), StringComparer.Ordinal).Where(id => !_deleted.ContainsKey(id)).ToList())
            _deleted[gone] = _seen[gone] with { ChangedAt = now() };
        var start = Start(request);
        return posts.Concat(_deleted.Values).Where(post => post.ChangedAt.ToUnixTimeSeconds() >= start).OrderBy(post => post.ChangedAt).ThenBy(post => post.Id, StringComparer.Ordinal);
    }

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var cursor = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Start(context.Request)}|{next}"));
        return new JsonObject
        {
            ["tickets"] = items,
            ["users"] = Users(items),
            ["after_url"] = $"{Address}api/v2/incremental/tickets/cursor.json?cursor={cursor}",
            ["after_cursor"] = cursor,
            ["before_url"] = null,
            ["before_cursor"] = null,
            ["end_of_stream"] = next is null,
        };
    }

    protected override string? MarkOf(HttpRequest request) => Cursor(request)?.Split('|')[1];

    protected override bool Knows(HttpRequest request) =>
        request.Headers.Authorization == "Basic " + Convert.ToBase64String("admin@acme.example/token:open-sesame"u8) || request.Headers.Authorization == "Bearer open-sesame";

    private static long Start(HttpRequest request) =>
        long.Parse(Cursor(request)?.Split('|')[0] ?? request.Query["start_time"]!, CultureInfo.InvariantCulture);

    private static string? Cursor(HttpRequest request) =>
        request.Query["cursor"] is [{ Length: > 0 } cursor] ? Encoding.ASCII.GetString(Convert.FromBase64String(cursor)) : null;

    private static JsonArray Users(JsonArray tickets) =>
    [
        .. tickets.OfType<JsonObject>().Select(ticket => $"{ticket["requester_id"]}").Distinct(StringComparer.Ordinal)
            .Select(id => new JsonObject { ["id"] = id, ["name"] = id, ["email"] = $"{id}@example.com", ["role"] = "end-user", ["active"] = true, ["locale"] = "en-US" }),
    ];
}
