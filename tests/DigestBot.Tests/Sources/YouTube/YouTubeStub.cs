using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.YouTube;

/// <summary>The Data API with comments on one video; posts are its comments, or videos when it is searched.</summary>
internal sealed class YouTubeStub : VendorStub
{
    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["kind"] = "youtube#commentThread",
        ["etag"] = "Zx3",
        ["id"] = post.Id,
        ["snippet"] = new JsonObject
        {
            ["channelId"] = "UCacmeacmeacmeacmeacme22",
            ["videoId"] = "dQw4w9WgXcQ",
            ["topLevelComment"] = new JsonObject
            {
                ["kind"] = "youtube#comment",
                ["etag"] = "Zx4",
                ["id"] = post.Id,
                ["snippet"] = new JsonObject
                {
                    ["channelId"] = "UCacmeacmeacmeacmeacme22",
                    ["videoId"] = "dQw4w9WgXcQ",
                    ["textDisplay"] = post.Text,
                    ["textOriginal"] = post.Text,
                    ["authorDisplayName"] = "@" + post.Author,
                    ["authorProfileImageUrl"] = "https://yt3.ggpht.com/a",
                    ["authorChannelUrl"] = "http://www.youtube.com/@" + post.Author,
                    ["authorChannelId"] = new JsonObject { ["value"] = "UCsomebodysomebodysome22" },
                    ["canRate"] = true,
                    ["viewerRating"] = "none",
                    ["likeCount"] = post.Likes,
                    ["publishedAt"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                    ["updatedAt"] = $"{post.ChangedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                },
            },
            ["canReply"] = true,
            ["totalReplyCount"] = 2,
            ["isPublic"] = true,
        },
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var page = new JsonObject
        {
            ["kind"] = "youtube#commentThreadListResponse", ["etag"] = "Zx5", ["pageInfo"] = new JsonObject { ["totalResults"] = items.Count, ["resultsPerPage"] = PageSize }, ["items"] = items,
        };
        if (next is not null)
            page["nextPageToken"] = next;
        return page;
    }

    protected override string? MarkOf(HttpRequest request) => request.Query["pageToken"] is [{ Length: > 0 } token] ? token : null;

    protected override bool Knows(HttpRequest request) => request.Headers["X-Goog-Api-Key"] == "a-key";

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path == "/youtube/v3/search")
            await WriteAsync(context, Page([.. posts.Select(Hit)], null, context));
        else if (context.Request.Path == "/youtube/v3/videos")
            await WriteAsync(context, Page([.. posts.Where(post => $"{context.Request.Query["id"]}".Split(',').Contains(post.Id, StringComparer.Ordinal)).Select(Video)], null, context));
        else
            return false;
        return true;
    }

    private static JsonObject Hit(VendorPost post) => new()
    {
        ["kind"] = "youtube#searchResult", ["id"] = new JsonObject { ["kind"] = "youtube#video", ["videoId"] = post.Id },
        ["snippet"] = new JsonObject { ["title"] = post.Text, ["description"] = "The beginning ...", ["publishedAt"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" },
    };

    private static JsonObject Video(VendorPost post) => new()
    {
        ["kind"] = "youtube#video", ["id"] = post.Id,
        ["snippet"] = new JsonObject
        {
            ["publishedAt"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", ["channelId"] = "UCsomebodysomebodysome22", ["title"] = post.Text, ["description"] = "The whole of it",
            ["channelTitle"] = post.Author, ["categoryId"] = "19", ["liveBroadcastContent"] = "none", ["defaultAudioLanguage"] = "en-GB",
        },
        ["statistics"] = new JsonObject { ["viewCount"] = "5012", ["likeCount"] = $"{post.Likes}", ["favoriteCount"] = "0", ["commentCount"] = "17" },
    };
}
