using DigestBot.Sources;
using DigestBot.Sources.Reddit;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Reddit;

public class TheRedditPosts : ApiSourceContract
{
    private protected RedditStub Reddit { get; } = new();

    internal override SourceKind Kind => RedditSource.Kind;

    internal override VendorStub CreateVendor() => Reddit;

    private protected override string IdOf(string post) => Reddit.NameOf(post);

    private protected override string Settings(Uri vendor) =>
        $$"""  "Api": "{{vendor}}", "Login": "{{vendor}}", "ClientId": "acme-id", "ClientSecret": "open-sesame", "UserName": "acme_listens", {{Reads}} """;

    private protected virtual string Reads => """ "Subreddit": "travel+flights" """;

    private protected virtual string Asks => "/r/travel+flights/new?limit=100&raw_json=1";

    [Fact]
    public async Task Are_asked_for_under_a_user_agent_that_names_the_program_and_somebody_to_write_to()
    {
        await RunAsync();

        Assert.Contains(Asks, Vendor.Asked);
        Assert.Matches("^server:DigestBot:[0-9.]+ \\(by /u/acme_listens\\)$", Assert.Single(Reddit.Agents));
    }

    [Fact]
    public async Task Come_with_score_and_a_link()
    {
        Vendor.Like("second", 41, Clock.GetUtcNow());
        await RunAsync();
        var kept = (await KeptAsync("second"))!;

        Assert.Equal(41, kept.Engagement.Likes);
        Assert.StartsWith("https://www.reddit.com/r/travel/comments/", kept.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_read_with_one_token_until_its_day_ends()
    {
        await CollectAsync(null);
        Clock.Advance(TimeSpan.FromMinutes(1435));
        await CollectAsync(null);
        Assert.Equal(1, Reddit.Tokens);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await CollectAsync(null);
        Assert.Equal(2, Reddit.Tokens);
    }

    [Theory]
    [InlineData("[deleted]")]
    [InlineData("[removed]")]
    public async Task Are_taken_out_when_their_text_was_taken_away(string mark)
    {
        await AddAsync(new("late", "cleo", "The app forgets my seat", Clock.GetUtcNow().AddMinutes(-5)));
        await AddAsync(new("later", "dan", "No reply for a week", Clock.GetUtcNow().AddMinutes(-4)));
        await RunAsync();
        Reddit.Change = data => data[Reddit.Comments ? "body" : "selftext"] = (string?)data["name"] == IdOf("later") ? mark : "still here";
        Clock.Advance(TimeSpan.FromHours(7));
        await RunAsync();

        Assert.Null(await KeptAsync("later"));
        Assert.NotNull(await KeptAsync("late"));
    }

    [Fact]
    public async Task Stay_without_a_name_when_only_the_account_is_gone()
    {
        Reddit.Change = data => data["author"] = "[deleted]";
        await RunAsync();

        Assert.Equal("", (await KeptAsync("second"))!.Author);
    }

    [Theory]
    [InlineData(401, """{"message": "Unauthorized", "error": 401}""", "does not accept the application.*Check ClientId")]
    [InlineData(403, """{"reason": "private", "message": "Forbidden", "error": 403}""", "is private.*Check Subreddit")]
    [InlineData(403, """{"reason": "quarantined", "message": "Forbidden", "error": 403}""", "is quarantined")]
    [InlineData(404, """{"reason": "banned", "message": "Not Found", "error": 404}""", "has closed this community")]
    [InlineData(403, "<body class=theme-beta>blocked by network security</body>", "does not let this application read.*Check UserName")]
    public async Task Say_why_they_cannot_be_read(int status, string body, string expected)
    {
        Vendor.Say(4, status, body);

        Assert.Matches(expected, (await RunAsync()).Failure);
    }

    [Fact]
    public async Task Say_that_there_is_no_community_of_that_name()
    {
        await CollectAsync(null); // the token is there
        Vendor.Say(1, 302, "", ("Location", "https://www.reddit.com/subreddits/search?q=travel"));

        var failure = await Assert.ThrowsAsync<DigestBot.Core.Mentions.SourceException>(() => CollectAsync(null));
        Assert.EndsWith("none of that name. Check Subreddit.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_Reddit_alone_until_its_count_begins_anew()
    {
        (Vendor.Headers["X-Ratelimit-Used"], Vendor.Headers["X-Ratelimit-Remaining"], Vendor.Headers["X-Ratelimit-Reset"]) = ("17", "583.0", "240");
        await RunAsync();

        var health = (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Health!;
        Assert.Equal(583, health.QuotaLeft);
        Assert.InRange(health.QuotaResetsAt!.Value, Clock.GetUtcNow().AddSeconds(230), Clock.GetUtcNow().AddSeconds(240));
    }
}
