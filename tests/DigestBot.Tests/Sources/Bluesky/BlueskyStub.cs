using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Bluesky;

/// <summary>A server of the AT protocol in the shapes of the lexicons, with sessions that end when a test says so.</summary>
internal sealed class BlueskyStub : VendorStub
{
    /// <summary>The answer to a token that has ended.</summary>
    public const string Expired = """{"error":"ExpiredToken","message":"Token has expired"}""";

    private int _session;
    private int _refresh;

    /// <summary>Address of a post.</summary>
    public static string UriOf(string id) => $"at://did:plc:fictional7customer2222abc/app.bsky.feed.post/{id}";

    /// <summary>Times somebody logged in with the password.</summary>
    public int Logins { get; private set; }

    /// <summary>Times a session was renewed.</summary>
    public int Renewals { get; private set; }

    /// <summary>Why the account was notified.</summary>
    public string Reason { get; set; } = "mention";

    /// <summary>The access token is not taken any more; perhaps the refresh token, too.</summary>
    public void EndSession(bool alsoRefresh)
    {
        _session++;
        _refresh += alsoRefresh ? 1 : 0;
    }

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["uri"] = UriOf(post.Id),
        ["cid"] = "bafyreigfictionalfictionalfictionalfictionalfictional",
        ["author"] = new JsonObject
        {
            ["did"] = "did:plc:fictional7customer2222abc",
            ["handle"] = post.Author,
            ["displayName"] = "A Customer",
            ["avatar"] = "https://cdn.bsky.example/img/avatar/plain/x@jpeg",
            ["associated"] = new JsonObject { ["chat"] = new JsonObject { ["allowIncoming"] = "following" } },
            ["viewer"] = new JsonObject { ["muted"] = false, ["blockedBy"] = false },
            ["labels"] = new JsonArray(),
            ["createdAt"] = "2024-02-07T12:00:00.000Z",
        },
        ["record"] = new JsonObject
        {
            ["$type"] = "app.bsky.feed.post",
            ["createdAt"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
            ["langs"] = new JsonArray("en"),
            ["text"] = post.Text,
            ["facets"] = new JsonArray(new JsonObject
            {
                ["index"] = new JsonObject { ["byteStart"] = 0, ["byteEnd"] = 2 },
                ["features"] = new JsonArray(new JsonObject { ["$type"] = "app.bsky.richtext.facet#tag", ["tag"] = "bikes" }),
            }),
        },
        ["replyCount"] = 3,
        ["repostCount"] = 4,
        ["likeCount"] = post.Likes,
        ["quoteCount"] = 2,
        ["indexedAt"] = $"{post.At.AddSeconds(2).UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
        ["viewer"] = new JsonObject { ["threadMuted"] = false, ["embeddingDisabled"] = false },
        ["labels"] = new JsonArray(),
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var isSearch = context.Request.Path.Value!.EndsWith("searchPosts", StringComparison.Ordinal);
        foreach (var post in items.OfType<JsonObject>().Where(_ => !isSearch))
            MakeNotification(post);
        var page = new JsonObject { [isSearch ? "posts" : "notifications"] = items, [isSearch ? "hitsTotal" : "priority"] = isSearch ? 12 : false };
        if (next is not null)
            page["cursor"] = next;
        return page;
    }

    protected override string? MarkOf(HttpRequest request) => request.Query["cursor"] is [{ } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) => IsSession(request) || request.Headers.Authorization == $"Bearer access-{_session}";

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path.Value!.EndsWith("getPosts", StringComparison.Ordinal))
        {
            Assert.InRange(context.Request.Query["uris"].Count, 1, 25);
            await WriteAsync(context, new JsonObject { ["posts"] = new JsonArray([.. posts.Where(post => context.Request.Query["uris"].Contains(UriOf(post.Id))).Select(Item)]) });
            return true;
        }
        if (!IsSession(context.Request))
            return false;
        await AnswerSessionAsync(context);
        return true;
    }

    private void MakeNotification(JsonObject post)
    {
        foreach (var name in (string[])["replyCount", "repostCount", "likeCount", "quoteCount", "viewer"])
            post.Remove(name);
        (post["reason"], post["isRead"]) = (Reason, false);
    }

    private async Task AnswerSessionAsync(HttpContext context)
    {
        Assert.Equal("POST", context.Request.Method);
        if (context.Request.Path.Value!.EndsWith("refreshSession", StringComparison.Ordinal))
        {
            if (context.Request.Headers.Authorization != $"Bearer refresh-{_refresh}")
            {
                context.Response.StatusCode = 400;
                await context.Response.WriteAsync(Expired);
                return;
            }
            Renewals++;
            _refresh++;
        }
        else
        {
            var login = await JsonNode.ParseAsync(context.Request.Body);
            Assert.Equal(("reader.bsky.example", "abcd-efgh-ijkl-mnop"), ((string?)login!["identifier"], (string?)login["password"]));
            Logins++;
        }
        await WriteAsync(context, new JsonObject
        {
            ["did"] = "did:plc:fictional7reader22222222abc",
            ["handle"] = "reader.bsky.example",
            ["email"] = "reader@example.com",
            ["emailConfirmed"] = true,
            ["accessJwt"] = $"access-{_session}",
            ["refreshJwt"] = $"refresh-{_refresh}",
            ["active"] = true,
        });
    }

    private static bool IsSession(HttpRequest request) => request.Path.Value!.Contains("com.atproto.server.", StringComparison.Ordinal);
}
