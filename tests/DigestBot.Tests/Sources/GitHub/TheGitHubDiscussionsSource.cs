using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.GitHub;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.GitHub;

public sealed class TheGitHubDiscussionsSource : ApiSourceContract
{
    internal override SourceKind Kind => GitHubDiscussionsSource.Kind;

    internal override VendorStub CreateVendor() => new DiscussionsStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}graphql", "Repository": "acme-air/app", "Token": "a-token" """;

    private protected override string IdOf(string post) => "D_kw" + post;

    [Theory]
    [InlineData("NOT_FOUND", "Check Repository and the rights of the token")]
    [InlineData("FORBIDDEN", "Check its rights")]
    [InlineData("RATE_LIMITED", "no requests left")]
    public async Task Says_what_is_in_the_way_though_the_status_is_a_good_one(string type, string advice)
    {
        Vendor.Say(1, 200, $$"""{"data":{"repository":null},"errors":[{"type":"{{type}}","path":["repository"],"locations":[{"line":2,"column":3}],"message":"secret-word"}]}""");
        var failure = (await RunAsync()).Failure;

        Assert.Contains(advice, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_upvotes_and_reactions_and_tells_how_many_answered()
    {
        await RunAsync();

        var first = (await KeptAsync("first"))!;
        Assert.Equal((2L, 4L, "https://github.com/acme-air/app/discussions/7"), (first.Engagement.Likes, first.Engagement.Replies, first.Link));
    }

    private sealed class DiscussionsStub : VendorStub
    {
        public override JsonNode Item(VendorPost post) => new JsonObject
        {
            ["id"] = "D_kw" + post.Id,
            ["url"] = "https://github.com/acme-air/app/discussions/7",
            ["title"] = post.Text,
            ["body"] = "",
            ["createdAt"] = $"{post.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
            ["authorAssociation"] = "NONE",
            ["upvoteCount"] = post.Likes == 0 && post.Id == "first" ? 1 : post.Likes,
            ["author"] = new JsonObject { ["__typename"] = "User", ["login"] = post.Author },
            ["reactions"] = new JsonObject { ["totalCount"] = post.Id == "first" ? 1 : 0 },
            ["comments"] = new JsonObject { ["totalCount"] = 4 },
        };

        protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["repository"] = new JsonObject
                {
                    ["discussions"] = new JsonObject { ["nodes"] = items, ["pageInfo"] = new JsonObject { ["hasNextPage"] = next is not null, ["endCursor"] = next ?? "end" } },
                },
            },
        };

        protected override string? MarkOf(HttpRequest request)
        {
            request.EnableBuffering();
            var asked = JsonNode.ParseAsync(request.Body).GetAwaiter().GetResult()!;
            request.Body.Position = 0;
            Assert.Equal(("acme-air", "app"), ((string?)asked["variables"]!["owner"], (string?)asked["variables"]!["name"]));
            return (string?)asked["variables"]!["after"];
        }

        protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer a-token" && request.Path == "/graphql";
    }
}
