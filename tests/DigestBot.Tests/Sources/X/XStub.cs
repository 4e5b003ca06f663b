using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.X;

/// <summary>X's API v2 in the shapes of its documentation.</summary>
internal sealed class XStub(Func<DateTimeOffset> now) : VendorStub
{
    private readonly HashSet<string> _authors = new(StringComparer.Ordinal);

    /// <summary>Posts read of the cap of 10,000.</summary>
    public long Used { get; set; } = 1_500;

    /// <summary>Changes a post before it is given.</summary>
    public Action<JsonObject> Change { get; set; } = _ => { };

    /// <summary>A lookup says nothing about what it does not give.</summary>
    public bool IsSilent { get; set; }

    public override JsonNode Item(VendorPost post)
    {
        _authors.Add(post.Author);
        var (first, last) = (VendorIds.Number(post.Id), VendorIds.Number($"{post.Id} {post.ChangedAt:O}"));
        var isEdited = post.ChangedAt != post.At;
        var item = new JsonObject
        {
            ["id"] = isEdited ? last : first,
            ["text"] = post.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
            ["author_id"] = VendorIds.Number(post.Author),
            ["created_at"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
            ["lang"] = "en",
            ["edit_history_tweet_ids"] = isEdited ? new JsonArray(first, last) : new JsonArray(first),
            ["entities"] = new JsonObject { ["urls"] = new JsonArray(new JsonObject { ["start"] = 0, ["end"] = 23, ["url"] = "https://t.co/fictional1", ["expanded_url"] = "https://acme.example/why", ["display_url"] = "acme.example/why" }) },
            ["public_metrics"] = new JsonObject { ["retweet_count"] = 4, ["reply_count"] = 3, ["like_count"] = post.Likes, ["quote_count"] = 2, ["bookmark_count"] = 1, ["impression_count"] = 900 },
            ["referenced_tweets"] = new JsonArray(new JsonObject { ["type"] = "replied_to", ["id"] = "1700000000000000001" }),
        };
        Change(item);
        return item;
    }

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var meta = new JsonObject { ["result_count"] = items.Count };
        if (next is not null)
            meta["next_token"] = next;
        return items.Count == 0 ? new JsonObject { ["meta"] = meta } : new JsonObject { ["data"] = items, ["includes"] = Includes(), ["meta"] = meta };
    }

    protected override string? MarkOf(HttpRequest request) => request.Query["next_token"] is [{ } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer open-sesame";

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (context.Request.Path == "/2/usage/tweets")
            await WriteAsync(context, new JsonObject { ["data"] = new JsonObject { ["cap_reset_day"] = 10, ["project_cap"] = "10000", ["project_id"] = "1369785403853424", ["project_usage"] = $"{Used}" } });
        else if (context.Request.Path == "/2/tweets")
            await AnswerLookupAsync(context, posts);
        else
        {
            // X refuses to be asked for more than a week.
            Assert.True(DateTimeOffset.Parse(context.Request.Query["start_time"]!, CultureInfo.InvariantCulture) >= now().AddDays(-7));
            return false;
        }
        return true;
    }

    private Task AnswerLookupAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        var asked = $"{context.Request.Query["ids"]}".Split(',');
        Assert.InRange(asked.Length, 1, 100);
        var found = posts.Where(post => asked.Contains(VendorIds.Number(post.Id), StringComparer.Ordinal)).ToList();
        var body = new JsonObject { ["data"] = new JsonArray([.. found.Select(Item)]), ["includes"] = Includes() };
        if (!IsSilent)
            body["errors"] = new JsonArray([.. asked.Except(found.Select(post => VendorIds.Number(post.Id)), StringComparer.Ordinal).Select(Missing)]);
        return WriteAsync(context, body);
    }

    private static JsonObject Missing(string id) => new()
    {
        ["value"] = id,
        ["detail"] = $"Could not find tweet with ids: [{id}].",
        ["title"] = "Not Found Error",
        ["resource_type"] = "tweet",
        ["parameter"] = "ids",
        ["resource_id"] = id,
        ["type"] = "https://api.twitter.com/2/problems/resource-not-found",
    };

    private JsonObject Includes() => new()
    {
        ["users"] = new JsonArray([.. _authors.Select(author => new JsonObject
        {
            ["id"] = VendorIds.Number(author),
            ["name"] = "A Customer",
            ["username"] = author,
            ["public_metrics"] = new JsonObject { ["followers_count"] = 120, ["following_count"] = 80, ["tweet_count"] = 4000, ["listed_count"] = 1, ["like_count"] = 9 },
        })]),
    };
}
