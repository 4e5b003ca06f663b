using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Sources.X;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.X;

public sealed class TheXSearch : ApiSourceContract
{
    public TheXSearch() => Stub = new(Clock.GetUtcNow);

    private XStub Stub { get; }

    internal override SourceKind Kind => XSource.Kind;

    internal override VendorStub CreateVendor() => Stub;

    private protected override string IdOf(string post) => VendorIds.Number(post);

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame", "Query": "acme OR @acmeair" """;

    [Fact]
    public async Task Leaves_reposts_out_and_asks_for_no_more_than_a_week()
    {
        await RunAsync();

        Assert.Contains(Vendor.Asked, asked => asked.StartsWith(
            "/2/tweets/search/recent?query=%28acme%20OR%20%40acmeair%29%20-is%3Aretweet&start_time=2026-11-16T08:00:00Z&max_results=100&tweet.fields=author_id,created_at,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_counts_followers_language_and_the_original()
    {
        await RunAsync();
        var kept = (await KeptAsync("second"))!;

        Assert.Equal((0, 6, 3, 900L, 120L), (kept.Engagement.Likes, kept.Engagement.Reposts, kept.Engagement.Replies, kept.Engagement.Views, kept.AuthorFollowers));
        Assert.Equal(("en", $"https://x.com/ben/status/{VendorIds.Number("second")}"), (kept.Language, kept.Link));
    }

    [Theory]
    [InlineData("""{ "text": "Cut o…", "note_tweet": { "text": "All of a long &amp; winding post" } }""", "All of a long & winding post")]
    [InlineData("""{ "text": "See https://t.co/fictional1" }""", "See https://acme.example/why")]
    [InlineData("""{ "text": "Hi", "lang": "und" }""", "Hi")]
    [InlineData("""{ "referenced_tweets": [ { "type": "retweeted", "id": "1" } ] }""", null)]
    public async Task Reads_the_whole_text_of_what_people_say_themselves(string changes, string? expected)
    {
        Stub.Change = post =>
        {
            foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
                post[name] = value?.DeepClone();
        };
        await RunAsync();

        Assert.Equal(expected, (await KeptAsync("second"))?.Text);
    }

    [Fact]
    public async Task Knows_an_edited_post_by_the_id_it_had_first()
    {
        Vendor.Edit("second", "The dock is mended", Clock.GetUtcNow().AddHours(-1));
        await RunAsync();

        Assert.Equal("The dock is mended", (await KeptAsync("second"))!.Text);
        Assert.Equal(2, (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Mentions);
    }

    [Fact]
    public async Task Takes_for_gone_only_what_X_says_it_cannot_find()
    {
        await AddAsync(new("late", "cleo", "The app forgets my seat", Clock.GetUtcNow().AddMinutes(-5)));
        await RunAsync();
        Vendor.Delete("late");
        Stub.IsSilent = true;
        Clock.Advance(TimeSpan.FromHours(25));
        await RunAsync();
        Assert.NotNull(await KeptAsync("late"));

        Stub.IsSilent = false;
        Clock.Advance(TimeSpan.FromHours(25));
        await RunAsync();
        Assert.Null(await KeptAsync("late"));
    }

    [Theory]
    [InlineData(1_500, "300", 300)] // requests of the quarter of an hour
    [InlineData(9_990, "300", 10)] // posts of the month
    [InlineData(12_000, "300", 0)]
    public async Task Shows_what_is_left_of_the_nearer_limit(long used, string requests, long expected)
    {
        Stub.Used = used;
        (Vendor.Headers["x-rate-limit-limit"], Vendor.Headers["x-rate-limit-remaining"], Vendor.Headers["x-rate-limit-reset"]) = ("450", requests, $"{Clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds()}");
        await RunAsync();

        Assert.Equal(expected, (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Health!.QuotaLeft);
    }

    [Fact]
    public async Task Reads_posts_although_X_does_not_show_the_cap()
    {
        Vendor.Before = context => Vendor.Say(context.Request.Path == "/2/usage/tweets" ? 1 : 0, 403, """{"title":"Forbidden"}""");

        Assert.Equal((2, null), ((await RunAsync()).Added, (await RunAsync()).Failure));
    }

    [Theory]
    [InlineData(429, """{"title":"UsageCapExceeded","period":"Monthly","scope":"Product","detail":"Usage cap exceeded: Monthly product cap","type":"https://api.twitter.com/2/problems/usage-capped"}""", "month's posts.*used up")]
    [InlineData(402, """{"title":"CreditsDepleted","detail":"Your enrolled account does not have any credits to fulfill this request.","type":"https://api.twitter.com/2/problems/credits"}""", "credits.*used up")]
    [InlineData(403, """{"title":"Client Forbidden","reason":"client-not-enrolled","type":"https://api.twitter.com/2/problems/client-forbidden"}""", "not attached to a project")]
    [InlineData(401, """{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}""", "does not accept the bearer token")]
    [InlineData(400, """{"errors":[{"parameters":{"query":["("]},"message":"Missing closing parenthesis"}],"title":"Invalid Request"}""", "does not understand the query")]
    public async Task Says_why_it_cannot_be_read(int status, string body, string expected)
    {
        Vendor.Say(4, status, body, ("x-rate-limit-remaining", "399"), ("x-rate-limit-reset", $"{Clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds()}"));

        Assert.Matches(expected, (await RunAsync()).Failure);
    }

    [Fact]
    public async Task Waits_for_the_next_quarter_of_an_hour_when_its_requests_are_used_up()
    {
        Vendor.Say(1, 429, """{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}""", ("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", $"{Clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds()}"));
        Assert.NotNull((await RunAsync()).Failure);
        Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Null((await RunAsync()).Failure);
    }
}
