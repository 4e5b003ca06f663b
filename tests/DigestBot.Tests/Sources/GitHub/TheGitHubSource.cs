using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Sources.GitHub;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.GitHub;

public sealed class TheGitHubSource : ApiSourceContract
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);

    private GitHubStub Repository => (GitHubStub)Vendor;

    internal override SourceKind Kind => GitHubSource.Kind;

    internal override VendorStub CreateVendor() => new GitHubStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Repository": "acme-air/app", "Token": "a-token" """;

    private protected override string IdOf(string post) => "I_kw" + post;

    [Fact]
    public async Task Reads_an_issue_with_its_title_and_without_what_nobody_sees_or_is_quoted()
    {
        var issue = await ReadAsync(item => item["body"] = "<!-- Thank you for reporting!\nPlease fill in -->\r\nIt **crashes**\r\n\r\n> works for me\r\n\r\non start");

        Assert.Equal("Boarding pass\nIt **crashes**\non start", string.Join('\n', issue!.Text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(("https://github.com/acme-air/app/issues/12", new Engagement(5, 0, 3, null)), (issue.Link, issue.Engagement));
    }

    [Theory]
    [InlineData("pull_request", """{"url":"https://api.github.com/repos/acme-air/app/pulls/12","merged_at":null}""")]
    [InlineData("author_association", "\"MEMBER\"")]
    [InlineData("author_association", "\"OWNER\"")]
    [InlineData("user", """{"login":"renovate[bot]","type":"Bot"}""")]
    public async Task Leaves_out_pull_requests_programs_and_the_team(string field, string value) =>
        Assert.Null(await ReadAsync(item => item[field] = JsonNode.Parse(value)));

    [Fact]
    public async Task Reads_comments_below_issues_but_not_below_pull_requests()
    {
        Repository.Comments.Add(Comment("IC_one", "https://github.com/acme-air/app/issues/12#issuecomment-901", "Me too"));
        Repository.Comments.Add(Comment("IC_two", "https://github.com/acme-air/app/pull/13#issuecomment-902", "Looks good to me"));
        var all = (await CollectAsync(null)).SelectMany(page => page.Mentions).ToList();

        var comment = Assert.Single(all, mention => mention.Id.ExternalId.StartsWith("IC_", StringComparison.Ordinal));
        Assert.Equal(("Me too", 2L), (comment.Text, comment.Engagement.Likes));
    }

    [Fact]
    public async Task Asks_for_issues_in_the_order_in_which_they_were_made_whatever_their_state()
    {
        await CollectAsync(null);

        Assert.StartsWith("/repos/acme-air/app/issues?sort=created&direction=asc&per_page=100&since=2026-11-", Vendor.Asked[0], StringComparison.Ordinal);
        Assert.EndsWith("&state=all", Vendor.Asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again.","documentation_url":"https://docs.github.com/rest"}""", "Retry-After", "3600")]
    [InlineData("""{"message":"API rate limit exceeded for user ID 1.","documentation_url":"https://docs.github.com/rest"}""", "X-RateLimit-Reset", "3600")]
    public async Task Waits_when_its_requests_are_spent_instead_of_taking_it_for_a_lost_right(string answer, string header, string value)
    {
        Vendor.Say(1, 403, answer, (header, value), ("X-RateLimit-Remaining", "0"));
        var failure = (await RunAsync()).Failure;
        var asked = Vendor.Requests;

        Assert.StartsWith("GitHub asks to be called less often", failure, StringComparison.Ordinal);
        Assert.NotNull((await RunAsync()).Failure);
        Assert.Equal(asked, Vendor.Requests);
        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Null((await RunAsync()).Failure);
    }

    [Theory]
    [InlineData(404, """{"message":"Not Found","documentation_url":"https://docs.github.com/rest","status":"404"}""", "Check Repository and the rights of the token")]
    [InlineData(410, """{"message":"Issues has been disabled in this repository.","status":"410"}""", "Issues are switched off")]
    [InlineData(403, """{"message":"Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization."}""", "single sign-on")]
    public async Task Says_what_is_in_the_way(int status, string answer, string advice)
    {
        Vendor.Say(1, status, answer);

        Assert.Contains(advice, (await RunAsync()).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_its_token_to_nobody_else()
    {
        Vendor.Say(1, 200, "[]", ("Link", "<https://elsewhere.example/issues?page=2>; rel=\"next\""));

        Assert.Contains("leads to another host", (await RunAsync()).Failure, StringComparison.Ordinal);
    }

    private async Task<Mention?> ReadAsync(Action<JsonNode> change)
    {
        var item = Vendor.Item(new("one", "ana", "Boarding pass", Tuesday) { Likes = 5 });
        change(item);
        Vendor.Say(1, Encoding.UTF8.GetBytes(new JsonArray(item).ToJsonString()));
        return (await CollectAsync(null)).SelectMany(page => page.Mentions).SingleOrDefault();
    }

    private static JsonObject Comment(string id, string address, string text) => new()
    {
        ["id"] = 901, ["node_id"] = id, ["url"] = "https://api.github.com/repos/acme-air/app/issues/comments/901", ["html_url"] = address,
        ["issue_url"] = "https://api.github.com/repos/acme-air/app/issues/12", ["body"] = text, ["user"] = new JsonObject { ["login"] = "ben", ["type"] = "User" },
        ["created_at"] = "2026-11-17T09:00:00Z", ["updated_at"] = "2026-11-17T09:00:00Z", ["author_association"] = "CONTRIBUTOR", ["reactions"] = GitHubStub.Reactions(2),
        ["performed_via_github_app"] = null,
    };
}
