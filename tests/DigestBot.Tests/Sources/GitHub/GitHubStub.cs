using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.GitHub;

/// <summary>A repository with issues; the words of a post stand in the title.</summary>
internal sealed class GitHubStub : VendorStub
{
    /// <summary>Comments below issues.</summary>
    public JsonArray Comments { get; } = [];

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["id"] = ForumIds.Of(post.Id),
        ["node_id"] = "I_kw" + post.Id,
        ["url"] = "https://api.github.com/repos/acme-air/app/issues/12",
        ["html_url"] = "https://github.com/acme-air/app/issues/12",
        ["number"] = 12,
        ["state"] = "open",
        ["state_reason"] = null,
        ["title"] = post.Text,
        ["body"] = null,
        ["user"] = new JsonObject { ["login"] = post.Author, ["id"] = 583231, ["node_id"] = "MDQ6VXNlcjU4MzIzMQ==", ["type"] = "User", ["site_admin"] = false },
        ["labels"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = "bug", ["color"] = "d73a4a", ["default"] = true }),
        ["assignee"] = null,
        ["assignees"] = new JsonArray(),
        ["milestone"] = null,
        ["locked"] = false,
        ["comments"] = 3,
        ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
        ["updated_at"] = $"{post.ChangedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
        ["closed_at"] = null,
        ["author_association"] = "NONE",
        ["reactions"] = Reactions(post.Likes),
    };

    public static JsonObject Reactions(long count) => new()
    {
        ["url"] = "https://api.github.com/repos/acme-air/app/issues/12/reactions", ["total_count"] = count, ["+1"] = count, ["-1"] = 0, ["laugh"] = 0, ["hooray"] = 0,
        ["confused"] = 0, ["heart"] = 0, ["rocket"] = 0, ["eyes"] = 0,
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        if (next is not null)
            context.Response.Headers.Link = $"<{Address}repos/acme-air/app/issues?since={context.Request.Query["since"]}&page={next}>; rel=\"next\", <{Address}repos/acme-air/app/issues?page=90>; rel=\"last\"";
        return items;
    }

    protected override string? MarkOf(HttpRequest request) => request.Query["page"] is [{ Length: > 0 } page] ? page : null;

    protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer a-token";

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        posts.Where(post => post.ChangedAt >= DateTimeOffset.Parse(request.Query["since"]!, CultureInfo.InvariantCulture)).OrderBy(post => post.At);

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path != "/repos/acme-air/app/issues/comments")
            return false;
        await WriteAsync(context, Comments.DeepClone());
        return true;
    }
}
