using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Discourse;

/// <summary>A forum with one topic of answers. Ids grow with time, as a forum's do.</summary>
internal sealed class DiscourseStub : VendorStub
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <summary>The id of a post that was served.</summary>
    public string IdOf(string post) => _ids.GetValueOrDefault(post).ToString(CultureInfo.InvariantCulture);

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["id"] = _ids[post.Id] = Id(post),
        ["name"] = "Somebody",
        ["username"] = post.Author,
        ["avatar_template"] = "/letter_avatar_proxy/v4/letter/a/ffffff/{size}.png",
        ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
        ["cooked"] = $"<p>{WebUtility.HtmlEncode(post.Text)}</p>",
        ["raw"] = post.Text,
        ["post_number"] = 2,
        ["post_type"] = 1,
        ["posts_count"] = 12,
        ["updated_at"] = $"{post.ChangedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
        ["reply_count"] = 1,
        ["reply_to_post_number"] = null,
        ["quote_count"] = 0,
        ["incoming_link_count"] = 0,
        ["reads"] = 40,
        ["readers_count"] = 39,
        ["score"] = 8.2,
        ["yours"] = false,
        ["topic_id"] = 501,
        ["topic_slug"] = "the-new-app",
        ["topic_title"] = "The new app",
        ["category_id"] = 6,
        ["display_username"] = "Somebody",
        ["version"] = 1,
        ["actions_summary"] = new JsonArray(new JsonObject { ["id"] = 2, ["count"] = post.Likes }),
        ["moderator"] = false,
        ["admin"] = false,
        ["staff"] = false,
        ["user_id"] = 14,
        ["hidden"] = false,
        ["trust_level"] = 1,
        ["deleted_at"] = null,
        ["user_deleted"] = false,
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context) =>
        new JsonObject { ["latest_posts"] = items.Count == 1 && RawItem is not null && Marks(context.Request) ? [] : items };

    protected override string? MarkOf(HttpRequest request) => request.Query.ContainsKey("before") ? "0" : null;

    // A broken forum does not listen to "before".
    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        base.Asks(request, posts).Where(post => EndlessMark is not null || request.Query["before"] is not [{ } before] || Id(post) < long.Parse(before, CultureInfo.InvariantCulture));

    protected override bool Knows(HttpRequest request) => request.Headers["Api-Key"] == "a-key" && request.Headers["Api-Username"] == "digest";

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path == "/search.json")
            await WriteAsync(context, Found(context.Request, posts));
        else if (!context.Request.Path.StartsWithSegments("/posts", StringComparison.Ordinal, out var id))
            return false;
        else if (posts.FirstOrDefault(post => $"/{Id(post)}.json" == id) is { } post)
            await WriteAsync(context, Item(post));
        else
            context.Response.StatusCode = 404;
        return true;
    }

    // Excerpts only, as a search gives them.
    private JsonObject Found(HttpRequest request, IReadOnlyList<VendorPost> posts)
    {
        var from = (int.Parse(request.Query["page"]!, CultureInfo.InvariantCulture) - 1) * PageSize;
        var hits = base.Asks(request, posts).Skip(from).Take(PageSize).Select(post => new JsonObject
        {
            ["id"] = Id(post), ["username"] = post.Author, ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}", ["like_count"] = post.Likes,
            ["blurb"] = post.Text[..4] + "...", ["post_number"] = 2, ["topic_id"] = 501,
        });
        return new()
        {
            ["posts"] = new JsonArray([.. hits]),
            ["topics"] = new JsonArray(new JsonObject { ["id"] = 501, ["title"] = "The new app" }),
            ["grouped_search_result"] = new JsonObject { ["more_posts"] = null, ["more_full_page_results"] = from + PageSize < posts.Count ? true : null, ["term"] = "app" },
        };
    }

    private static long Id(VendorPost post) => post.At.ToUnixTimeSeconds() - 1_700_000_000;
}
