using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.StackExchange;

/// <summary>The API of Stack Exchange with questions in it; the words of a post stand in the title.</summary>
internal sealed class StackExchangeStub : VendorStub
{
    /// <summary>Seconds to wait before the next call, in the body.</summary>
    public int? Backoff { get; set; }

    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["tags"] = new JsonArray("acme-sdk"),
        ["owner"] = new JsonObject
        {
            ["account_id"] = 77, ["reputation"] = 101, ["user_id"] = 88, ["user_type"] = "registered",
            ["display_name"] = WebUtility.HtmlEncode(post.Author), ["link"] = "https://stackoverflow.com/users/88/somebody",
        },
        ["is_answered"] = false,
        ["view_count"] = 31,
        ["answer_count"] = 2,
        ["score"] = post.Likes,
        ["last_activity_date"] = post.ChangedAt.ToUnixTimeSeconds(),
        ["creation_date"] = post.At.ToUnixTimeSeconds(),
        ["question_id"] = ForumIds.Of(post.Id),
        ["content_license"] = "CC BY-SA 4.0",
        ["link"] = $"https://stackoverflow.com/questions/{ForumIds.Of(post.Id)}/a-question",
        ["title"] = WebUtility.HtmlEncode(post.Text),
        ["body"] = "<p></p>\n",
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context)
    {
        var page = new JsonObject { ["items"] = items, ["has_more"] = next is not null, ["quota_max"] = 10_000, ["quota_remaining"] = 9_871 };
        if (Backoff is { } seconds)
            page["backoff"] = seconds;
        return page;
    }

    protected override string? MarkOf(HttpRequest request) =>
        int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var page) && page > 1 ? ((page - 1) * PageSize).ToString(CultureInfo.InvariantCulture) : null;

    protected override bool Knows(HttpRequest request) => request.Query["key"] == "a-key";

    protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        base.Asks(request, posts).Where(post => post.At.ToUnixTimeSeconds() >= long.Parse(request.Query["fromdate"]!, CultureInfo.InvariantCulture));

    protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
    {
        if (!context.Request.Path.StartsWithSegments("/2.3/questions", StringComparison.Ordinal, out var ids))
            return false;
        var asked = ids.Value!.TrimStart('/').Split(';');
        await WriteAsync(context, Page([.. posts.Where(post => asked.Contains(ForumIds.Text(post.Id), StringComparer.Ordinal)).Select(Item)], null, context));
        return true;
    }
}
