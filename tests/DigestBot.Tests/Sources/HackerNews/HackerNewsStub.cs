using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.HackerNews;

/// <summary>The search API of Hacker News with stories in it.</summary>
internal sealed partial class HackerNewsStub : VendorStub
{
    /// <summary>No more than the first page of a search can be had, as if a thousand hits lay on it.</summary>
    public bool GivesOnePageOnly { get; set; }

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
        ["title"] = post.Text,
        ["url"] = "https://example.com/a-story",
        ["author"] = post.Author,
        ["points"] = post.Likes,
        ["story_text"] = null,
        ["comment_text"] = null,
        ["num_comments"] = 0,
        ["story_id"] = ForumIds.Of(post.Id),
        ["parent_id"] = null,
        ["created_at_i"] = post.At.ToUnixTimeSeconds(),
        ["updated_at"] = $"{post.ChangedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
        ["_tags"] = new JsonArray("story", $"author_{post.Author}"),
        ["objectID"] = ForumIds.Text(post.Id),
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var page = Number(context.Request.Query["page"]);
        return new JsonObject
        {
            ["hits"] = items,
            ["nbHits"] = GivesOnePageOnly ? 5_000 : items.Count,
            ["page"] = page,
            ["nbPages"] = next is null || GivesOnePageOnly ? page + 1 : page + 2,
            ["hitsPerPage"] = PageSize,
            ["exhaustiveNbHits"] = true,
            ["processingTimeMS"] = 4,
            ["query"] = $"{context.Request.Query["query"]}",
        };
    }

    protected override string? MarkOf(HttpRequest request) =>
        Number(request.Query["page"]) is > 0 and var page ? (page * PageSize).ToString(CultureInfo.InvariantCulture) : null;

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts)
    {
        var (from, until) = (Bound(request, ">="), Bound(request, "<="));
        return base.Asks(request, posts).Where(post => post.At.ToUnixTimeSeconds() >= from && (until == 0 || post.At.ToUnixTimeSeconds() <= until));
    }

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (!context.Request.Path.StartsWithSegments("/api/v1/items", StringComparison.Ordinal, out var id))
            return false;
        if (posts.FirstOrDefault(post => "/" + ForumIds.Text(post.Id) == id) is { } post)
            await WriteAsync(context, WithItsComments(post));
        else
            context.Response.StatusCode = 404;
        return true;
    }

    private static JsonObject WithItsComments(VendorPost post) => new()
    {
        ["id"] = ForumIds.Of(post.Id),
        ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.000Z}",
        ["created_at_i"] = post.At.ToUnixTimeSeconds(),
        ["type"] = "story",
        ["author"] = post.Author,
        ["title"] = post.Text,
        ["url"] = "https://example.com/a-story",
        ["text"] = null,
        ["points"] = post.Likes,
        ["parent_id"] = null,
        ["story_id"] = ForumIds.Of(post.Id),
        ["children"] = new JsonArray(Comment(1, Comment(2), Comment(3))),
        ["options"] = new JsonArray(),
    };

    private static JsonObject Comment(int id, params JsonNode[] below) => new()
    {
        ["id"] = id, ["type"] = "comment", ["author"] = "zoe", ["title"] = null, ["text"] = "Same here", ["points"] = null, ["children"] = new JsonArray(below),
    };

    private static long Bound(HttpRequest request, string comparison) =>
        Bounds().Matches($"{request.Query["numericFilters"]}").Where(match => match.Groups["comparison"].Value == comparison).Select(match => Number(match.Groups["bound"].Value)).FirstOrDefault();

    private static long Number(string? written) => long.TryParse(written, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("created_at_i(?<comparison>[<>]=)(?<bound>[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Bounds();
}
