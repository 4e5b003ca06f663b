using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.Intercom;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Intercom;

public sealed class TheIntercomSource : ApiSourceContract
{
    private IntercomStub Workspace => (IntercomStub)Vendor;

    internal override SourceKind Kind => IntercomSource.Kind;

    internal override VendorStub CreateVendor() => new IntercomStub();

    private protected override bool CountsLikes => false;

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame", "Workspace": "abc12def" """;

    [Fact]
    public async Task Tells_subject_words_and_remark_without_their_html_and_how_it_was_rated()
    {
        SayOne(conversation =>
        {
            conversation["source"]!["subject"] = "<p>Lost &amp; found</p>";
            conversation["source"]!["body"] = "<h2>Hello</h2><p>My <b>bag</b>&nbsp;is gone.</p><div><img src=\"https://downloads.intercomcdn.com/i/1.png\"></div>";
            conversation["conversation_rating"] = JsonNode.Parse("""{ "rating": 2, "remark": "Took a week", "created_at": 1763383600, "contact": { "type": "contact", "id": "6762" }, "teammate": { "type": "admin", "id": "991" } }""");
        });
        var mention = Assert.Single((await CollectAsync(null)).SelectMany(page => page.Mentions));

        Assert.Equal("Lost & found\nHello\nMy bag is gone.\nTook a week", mention.Text);
        Assert.Equal((2, "https://app.intercom.com/a/apps/abc12def/inbox/inbox/all/conversations/215469827000001"), (mention.Rating, mention.Link));
    }

    [Theory]
    [InlineData("admin", "<p>Dear customer</p>")]
    [InlineData("bot", "<p>How can we help?</p>")]
    [InlineData("user", "<div><img src=\"https://downloads.intercomcdn.com/i/1.png\"></div>")]
    public async Task Passes_over_what_no_customer_put_in_words(string author, string body)
    {
        SayOne(conversation => (conversation["source"]!["author"]!["type"], conversation["source"]!["body"]) = (author, body));
        var page = Assert.Single(await CollectAsync(null));

        Assert.Empty(page.Mentions);
        Assert.Empty(page.Skipped);
    }

    [Fact]
    public async Task Takes_out_what_was_blacked_out()
    {
        SayOne(conversation => (conversation["source"]!["redacted"], conversation["source"]!["body"]) = (true, ""));

        Assert.Equal(["215469827000001"], Assert.Single(await CollectAsync(null)).Gone);
    }

    [Fact]
    public async Task Takes_nothing_out_that_only_the_search_does_not_find()
    {
        await AddAsync(new("hidden", "ana", "Still here", Clock.GetUtcNow().AddHours(-1)));
        await RunAsync();
        Workspace.Unfound.Add("hidden");
        Clock.Advance(TimeSpan.FromHours(7));

        Assert.Null((await RunAsync()).Failure);
        Assert.NotNull(await KeptAsync("hidden"));
        Assert.Contains("/conversations/hidden", Vendor.Asked);
    }

    [Theory]
    [InlineData(401, "token_not_found", "Server: workspaces in Europe")]
    [InlineData(403, "api_plan_restricted", "plan")]
    [InlineData(403, "forbidden", "right to read conversations")]
    public async Task Says_which_right_is_missing(int status, string code, string expected)
    {
        Vendor.Before = context => context.Response.StatusCode = status;
        Vendor.Say(5, Encoding.UTF8.GetBytes($$"""{ "type": "error.list", "request_id": "b68959ea", "errors": [ { "code": "{{code}}", "message": "secret-word" } ] }"""));

        Assert.Contains(expected, (await RunAsync()).Failure, StringComparison.Ordinal);
    }

    private void SayOne(Action<JsonNode> change)
    {
        var conversation = JsonNode.Parse(IntercomStub.Conversation)!;
        (conversation["created_at"], conversation["updated_at"]) = (Clock.GetUtcNow().AddDays(-2).ToUnixTimeSeconds(), Clock.GetUtcNow().AddDays(-1).ToUnixTimeSeconds());
        change(conversation);
        var page = new JsonObject
        {
            ["type"] = "conversation.list",
            ["pages"] = new JsonObject { ["type"] = "pages", ["page"] = 1, ["per_page"] = 150, ["total_pages"] = 1 },
            ["total_count"] = 1,
            ["conversations"] = new JsonArray(conversation),
        };
        Vendor.Say(1, Encoding.UTF8.GetBytes(page.ToJsonString()));
    }
}
