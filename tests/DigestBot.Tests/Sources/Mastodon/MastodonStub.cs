using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Mastodon;

/// <summary>A Mastodon server in the shapes of its documentation.</summary>
internal sealed class MastodonStub : VendorStub
{
    /// <summary>The server is older than 4.3, which brought asking for several posts at once.</summary>
    public bool IsOld { get; set; }

    /// <summary>Who may see the posts.</summary>
    public string Visibility { get; set; } = "public";

    /// <summary>Stands above the posts.</summary>
    public string Warning { get; set; } = "";

    /// <summary>The posts are boosts of somebody else's.</summary>
    public bool Boosts { get; set; }

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["id"] = VendorIds.Number(post.Id),
        ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
        ["in_reply_to_id"] = null,
        ["in_reply_to_account_id"] = null,
        ["sensitive"] = false,
        ["spoiler_text"] = Warning,
        ["visibility"] = Visibility,
        ["language"] = "en",
        ["uri"] = $"https://social.example/users/{post.Author}/statuses/{VendorIds.Number(post.Id)}",
        ["url"] = $"https://social.example/@{post.Author}/{VendorIds.Number(post.Id)}",
        ["replies_count"] = 5,
        ["reblogs_count"] = 6,
        ["favourites_count"] = post.Likes,
        ["edited_at"] = post.ChangedAt == post.At ? null : $"{post.ChangedAt:O}",
        ["favourited"] = false,
        ["reblogged"] = false,
        ["muted"] = false,
        ["bookmarked"] = false,
        ["content"] = $"<p>{WebUtility.HtmlEncode(post.Text).Replace("\n", "<br />", StringComparison.Ordinal)}</p>",
        ["reblog"] = Boosts ? new JsonObject { ["id"] = "7", ["content"] = "<p>Of another</p>" } : null,
        ["application"] = new JsonObject { ["name"] = "Web", ["website"] = null },
        ["account"] = Account(post.Author),
        ["media_attachments"] = new JsonArray(),
        ["mentions"] = new JsonArray(new JsonObject { ["id"] = "14715", ["username"] = "acme", ["url"] = "https://mastodon.example/@acme", ["acct"] = "acme" }),
        ["tags"] = new JsonArray(new JsonObject { ["name"] = "acmeair", ["url"] = "https://mastodon.example/tags/acmeair" }),
        ["emojis"] = new JsonArray(),
        ["card"] = null,
        ["poll"] = null,
        ["quote"] = null,
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var request = context.Request;
        if (MarkOf(request) is not null && items is [JsonValue])
            items.Clear(); // a hostile item stands on pages only, not behind the last
        if (request.Path == "/api/v2/search")
            return new JsonObject { ["accounts"] = new JsonArray(), ["statuses"] = items, ["hashtags"] = new JsonArray() };
        var asked = $"{request.Scheme}://{request.Host}{request.Path}?limit=40";
        if (next is not null)
            context.Response.Headers.Link = $"<{asked}&max_id={next}>; rel=\"next\", <{asked}&min_id=999>; rel=\"prev\"";
        return request.Path == "/api/v1/notifications" ? Notifications(items) : items;
    }

    // A search is asked by an offset in steps of 40, whatever a page of this stub holds; one without an end gives the same again and again.
    protected override string? MarkOf(HttpRequest request)
    {
        if (request.Path != "/api/v2/search")
            return request.Query["max_id"] is [{ } mark] ? mark : null;
        var offset = int.Parse(request.Query["offset"]!, CultureInfo.InvariantCulture);
        return offset == 0 || EndlessMark is not null ? null : (offset / 40 * PageSize).ToString(CultureInfo.InvariantCulture);
    }

    protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer open-sesame";

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path == "/api/v1/accounts/lookup")
            await WriteAsync(context, Account(context.Request.Query["acct"]!));
        else if (context.Request.Path == "/api/v1/statuses" && !IsOld)
            await WriteAsync(context, new JsonArray([.. posts.Where(post => context.Request.Query["id[]"].Contains(VendorIds.Number(post.Id))).Select(Item)]));
        else if (context.Request.Path.StartsWithSegments("/api/v1/statuses", StringComparison.Ordinal))
            await AnswerOneAsync(context, posts.FirstOrDefault(post => context.Request.Path == $"/api/v1/statuses/{VendorIds.Number(post.Id)}"));
        else
            return false;
        return true;
    }

    private Task AnswerOneAsync(HttpContext context, VendorPost? post)
    {
        context.Response.StatusCode = post is null ? 404 : 200;
        return WriteAsync(context, post is null ? new JsonObject { ["error"] = "Record not found" } : Item(post));
    }

    private static JsonArray Notifications(JsonArray statuses)
    {
        for (var i = 0; i < statuses.Count; i++)
        {
            if (statuses[i] is not JsonObject status)
                continue; // a hostile one stands in for the whole notification
            statuses[i] = null;
            statuses[i] = new JsonObject
            {
                ["id"] = $"3497{i}",
                ["type"] = "mention",
                ["created_at"] = status["created_at"]!.DeepClone(),
                ["account"] = status["account"]!.DeepClone(),
                ["status"] = status,
            };
        }
        return statuses;
    }

    private static JsonObject Account(string name) => new()
    {
        ["id"] = "971724",
        ["username"] = name,
        ["acct"] = name,
        ["display_name"] = "A Customer",
        ["locked"] = false,
        ["bot"] = false,
        ["discoverable"] = true,
        ["group"] = false,
        ["created_at"] = "2016-03-16T14:34:26.392Z",
        ["note"] = "<p>I fly a lot.</p>",
        ["url"] = $"https://social.example/@{name}",
        ["avatar"] = "https://files.social.example/a.jpg",
        ["followers_count"] = 322,
        ["following_count"] = 45,
        ["statuses_count"] = 613,
        ["last_status_at"] = "2026-11-22",
        ["emojis"] = new JsonArray(),
        ["fields"] = new JsonArray(),
    };
}
