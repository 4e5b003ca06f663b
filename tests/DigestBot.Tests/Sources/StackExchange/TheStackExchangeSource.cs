using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Sources.StackExchange;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.StackExchange;

public sealed class TheStackExchangeSource : ApiSourceContract
{
    private const string Question = """
        {"items":[{"tags":["acme-sdk","c#"],"owner":{"account_id":5,"reputation":1,"user_id":9,"user_type":"registered","profile_image":"https://www.gravatar.com/avatar/0",
        "display_name":"Bj&#246;rn","link":"https://stackoverflow.com/users/9/bjorn"},"is_answered":true,"view_count":1204,"accepted_answer_id":4,"answer_count":3,"score":-2,
        "last_activity_date":1794825000,"creation_date":1794824100,"last_edit_date":1794824900,"question_id":79000001,"content_license":"CC BY-SA 4.0",
        "link":"https://stackoverflow.com/questions/79000001/why-does-acme-fail","title":"Why does &quot;Acme&quot; fail?",
        "body":"<blockquote>\n<p>It never fails</p>\n</blockquote>\n<p>It does when <code>a &lt; b</code>.</p>\n<pre><code>throw;\n</code></pre>\n"}],
        "has_more":false,"quota_max":300,"quota_remaining":287}
        """;

    private StackExchangeStub Stack => (StackExchangeStub)Vendor;

    internal override SourceKind Kind => StackExchangeSource.Kind;

    internal override VendorStub CreateVendor() => new StackExchangeStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Query": "acme air", "Tags": "acme-sdk", "Key": "a-key" """;

    private protected override string IdOf(string post) => ForumIds.Text(post);

    [Fact]
    public async Task Reads_a_question_as_text_with_its_title_and_how_far_it_went()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes(Question));
        var question = (await CollectAsync(null)).SelectMany(page => page.Mentions).Single();

        Assert.Equal("Why does \"Acme\" fail?\nIt does when a < b.\nthrow;", question.Text);
        Assert.Equal(("Björn", "https://stackoverflow.com/questions/79000001/why-does-acme-fail"), (question.Author, question.Link));
        Assert.Equal(new Engagement(0, 0, 3, 1204), question.Engagement);
    }

    [Fact]
    public async Task Asks_the_site_for_words_and_tags_with_the_text_of_questions()
    {
        await CollectAsync(null);

        var asked = Uri.UnescapeDataString(Vendor.Asked[0]);
        Assert.StartsWith("/2.3/search/advanced?q=acme air&tagged=acme-sdk&sort=creation&order=desc&fromdate=", asked, StringComparison.Ordinal);
        Assert.EndsWith("&pagesize=100&site=stackoverflow&filter=withbody&key=a-key", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_between_pages_as_long_as_an_answer_asks_in_its_body()
    {
        Stack.Backoff = 11;
        await AddAsync(new("third", "cleo", "One more", Clock.GetUtcNow().AddHours(-1)));

        Assert.Null((await RunAsync()).Failure);
        Assert.Contains(Clock.Waits, wait => wait > TimeSpan.FromSeconds(10) && wait <= TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task Shows_what_is_left_of_the_days_requests()
    {
        await RunAsync();

        Assert.Equal(9_871, (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Health!.QuotaLeft);
    }

    [Fact]
    public async Task Says_when_the_days_requests_are_spent_and_asks_no_more_until_there_are_new_ones()
    {
        const string Spent = """{"error_id":502,"error_message":"too many requests from this IP, more requests available in 4223 seconds","error_name":"throttle_violation"}""";
        Vendor.Say(1, 400, Spent);
        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        var asked = Vendor.Requests;

        Assert.Equal(TimeSpan.FromSeconds(4223), failure.RetryAfter);
        Assert.StartsWith("Stack Exchange has no requests left for this key or address today", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Equal(asked, Vendor.Requests);
    }

    [Theory]
    [InlineData("""{"error_id":400,"error_message":"No site found for name `stackoverflw`","error_name":"bad_parameter"}""", "Check Site of this source")]
    [InlineData("""{"error_id":400,"error_message":"`key` doesn't match a known application","error_name":"bad_parameter"}""", "Check Key of this source")]
    public async Task Says_which_setting_is_wrong(string answer, string advice)
    {
        Vendor.Say(1, 400, answer);

        Assert.Contains(advice, (await RunAsync()).Failure, StringComparison.Ordinal);
    }
}
