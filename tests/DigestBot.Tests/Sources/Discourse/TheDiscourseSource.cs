using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Sources.Discourse;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Discourse;

public sealed class TheDiscourseSource : ApiSourceContract
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);

    private DiscourseStub Forum => (DiscourseStub)Vendor;

    internal override SourceKind Kind => DiscourseSource.Kind;

    internal override VendorStub CreateVendor() => new DiscourseStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "ApiKey": "a-key", "ApiUsername": "digest" """;

    private protected override string IdOf(string post) => Forum.IdOf(post);

    [Fact]
    public async Task Reads_a_topic_with_its_title_and_without_what_is_quoted_or_pictured()
    {
        var post = await ReadAsync(item =>
        {
            item["post_number"] = 1;
            item["raw"] = "[quote=\"ben, post:3, topic:9\"]\nAll is well\n[/quote]\n\nIt **crashes** ![screen|690x300](upload://abc.png)\n> says who\non start";
        });

        Assert.Equal("The new app\nIt **crashes** \non start", post!.Text);
        Assert.Equal($"{Vendor.Address}t/the-new-app/501/1", post.Link);
        Assert.Equal(new Engagement(7, 0, 1, 40), post.Engagement);
    }

    [Fact]
    public async Task Reads_the_shown_text_where_a_forum_does_not_give_the_typed_one()
    {
        var post = await ReadAsync(item =>
        {
            item["raw"] = null;
            item["cooked"] = "<aside class=\"quote no-group\"><blockquote><p>All is well</p></blockquote></aside>\n<p>It is <strong>not</strong> &amp; you know</p>";
        });

        Assert.Equal("It is not & you know", post!.Text);
    }

    [Theory]
    [InlineData("staff", "true")]
    [InlineData("user_id", "-1")] // the forum itself
    [InlineData("post_type", "3")] // "closed this topic"
    [InlineData("deleted_at", "\"2026-11-18T09:00:00.000Z\"")]
    [InlineData("user_deleted", "true")]
    [InlineData("hidden", "true")]
    public async Task Passes_over_what_no_customer_says_any_more(string field, string value) =>
        Assert.Null(await ReadAsync(item => item[field] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("""{"errors":["You need to be logged in to do that."],"error_type":"not_logged_in"}""", "Give this source ApiKey and ApiUsername")]
    [InlineData("""{"errors":["You are not permitted to view the requested resource. The API username or key is invalid."],"error_type":"invalid_access"}""", "Check ApiKey")]
    public async Task Says_what_a_forum_wants(string answer, string advice)
    {
        Vendor.Say(1, 403, answer);

        Assert.Contains(advice, (await RunAsync()).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_when_the_forum_wants_it_to()
    {
        Vendor.Say(1, 429, """{"errors":["You've performed this action too many times, please try again later."],"error_type":"rate_limit","extras":{"wait_seconds":8,"time_left":"8 seconds"}}""", ("Retry-After", "8"));

        Assert.Null((await RunAsync()).Failure);
        Assert.Contains(TimeSpan.FromSeconds(8), Clock.Waits);
    }

    private async Task<Mention?> ReadAsync(Action<JsonNode> change)
    {
        var item = Vendor.Item(new("one", "ana", "Hello there", Tuesday) { Likes = 7 });
        change(item);
        Vendor.Say(1, Encoding.UTF8.GetBytes(new JsonObject { ["latest_posts"] = new JsonArray(item) }.ToJsonString()));
        return (await CollectAsync(null)).SelectMany(page => page.Mentions).SingleOrDefault(mention => mention.SaidAt == Tuesday);
    }
}
