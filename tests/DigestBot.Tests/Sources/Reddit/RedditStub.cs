using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Reddit;

/// <summary>Reddit's OAuth API in the shapes it has.</summary>
internal sealed class RedditStub : VendorStub
{
    /// <summary>Fullname of a post.</summary>
    public string NameOf(string id) => $"{(Comments ? "t1" : "t3")}_{id}";

    /// <summary>The things are comments.</summary>
    public bool Comments { get; set; }

    /// <summary>Tokens given so far.</summary>
    public int Tokens { get; private set; }

    /// <summary>User agents seen.</summary>
    public HashSet<string> Agents { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes a thing's data before it is given.</summary>
    public Action<JsonObject> Change { get; set; } = _ => { };

    public override JsonNode Item(VendorPost post)
    {
        var data = Comments ? Comment(post) : Link(post);
        Change(data);
        return new JsonObject { ["kind"] = Comments ? "t1" : "t3", ["data"] = data };
    }

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => new JsonObject
    {
        ["kind"] = "Listing",
        ["data"] = new JsonObject { ["after"] = next, ["dist"] = items.Count, ["modhash"] = null, ["geo_filter"] = "", ["children"] = items, ["before"] = null },
    };

    protected override string? MarkOf(HttpRequest request) => request.Query["after"] is [{ } mark] ? mark : null;

    protected override bool Knows(HttpRequest request)
    {
        Agents.Add($"{request.Headers.UserAgent}");
        return IsLogin(request) ? request.Headers.Authorization == "Basic YWNtZS1pZDpvcGVuLXNlc2FtZQ==" : request.Headers.Authorization == $"Bearer token-{Tokens}";
    }

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (IsLogin(context.Request))
        {
            var form = await context.Request.ReadFormAsync();
            Assert.Equal("client_credentials", form["grant_type"]);
            Tokens++;
            await WriteAsync(context, new JsonObject { ["access_token"] = $"token-{Tokens}", ["token_type"] = "bearer", ["expires_in"] = 86400, ["scope"] = "*" });
            return true;
        }
        if (context.Request.Path != "/api/info")
            return false;
        var asked = $"{context.Request.Query["id"]}".Split(',');
        await WriteAsync(context, Page([.. posts.Where(post => asked.Contains(NameOf(post.Id), StringComparer.Ordinal)).Select(Item)], null, context));
        return true;
    }

    // A title is one line; what follows is the text.
    private JsonObject Link(VendorPost post) => new()
    {
        ["id"] = post.Id,
        ["name"] = NameOf(post.Id),
        ["subreddit"] = "travel",
        ["subreddit_name_prefixed"] = "r/travel",
        ["subreddit_id"] = "t5_2qh41",
        ["author"] = post.Author,
        ["author_fullname"] = "t2_abc12",
        ["title"] = post.Text.Split('\n', 2)[0],
        ["selftext"] = post.Text.Split('\n', 2) is [_, var rest] ? rest : "",
        ["is_self"] = true,
        ["domain"] = "self.travel",
        ["created"] = (double)post.At.ToUnixTimeSeconds(),
        ["created_utc"] = (double)post.At.ToUnixTimeSeconds(),
        ["edited"] = post.ChangedAt == post.At ? false : (double)post.ChangedAt.ToUnixTimeSeconds(),
        ["score"] = post.Likes,
        ["ups"] = post.Likes,
        ["downs"] = 0,
        ["upvote_ratio"] = 0.92,
        ["num_comments"] = 9,
        ["num_crossposts"] = 1,
        ["over_18"] = false,
        ["stickied"] = false,
        ["locked"] = false,
        ["link_flair_text"] = null,
        ["removed_by_category"] = null,
        ["permalink"] = $"/r/travel/comments/{post.Id}/a_title/",
        ["url"] = $"https://www.reddit.com/r/travel/comments/{post.Id}/a_title/",
    };

    private JsonObject Comment(VendorPost post) => new()
    {
        ["id"] = post.Id,
        ["name"] = NameOf(post.Id),
        ["subreddit"] = "travel",
        ["link_id"] = "t3_zzz99",
        ["parent_id"] = "t3_zzz99",
        ["link_title"] = "Which airline?",
        ["author"] = post.Author,
        ["body"] = post.Text,
        ["body_html"] = "<div class=\"md\"><p>the same as HTML</p></div>",
        ["created_utc"] = (double)post.At.ToUnixTimeSeconds(),
        ["edited"] = false,
        ["score"] = post.Likes,
        ["score_hidden"] = false,
        ["controversiality"] = 0,
        ["replies"] = "",
        ["permalink"] = $"/r/travel/comments/zzz99/which_airline/{post.Id}/",
    };

    private static bool IsLogin(HttpRequest request) => request.Path == "/api/v1/access_token";
}
