using DigestBot.Sources;
using DigestBot.Sources.Bluesky;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Bluesky;

public sealed class TheBlueskySearch : ApiSourceContract
{
    private BlueskyStub Stub { get; } = new();

    internal override SourceKind Kind => BlueskySource.Kind;

    internal override VendorStub CreateVendor() => Stub;

    private protected override string IdOf(string post) => BlueskyStub.UriOf(post);

    private protected override string Settings(Uri vendor) =>
        $$"""  "Server": "{{vendor}}", "Handle": "reader.bsky.example", "AppPassword": "abcd-efgh-ijkl-mnop", "Query": "\"acme air\" bikes" """;

    [Fact]
    public async Task Asks_for_the_words_the_newest_first_and_nothing_older_than_it_needs()
    {
        await RunAsync();

        Assert.Contains(Vendor.Asked, asked => asked.StartsWith("/xrpc/app.bsky.feed.searchPosts?q=%22acme%20air%22%20bikes&sort=latest&since=2026-11-09T07:00:00Z&limit=100", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_counts_language_and_a_link_that_lasts()
    {
        await RunAsync();
        var kept = (await KeptAsync("second"))!;

        Assert.Equal((0, 6, 3), (kept.Engagement.Likes, kept.Engagement.Reposts, kept.Engagement.Replies));
        Assert.Equal(("en", "https://bsky.app/profile/did:plc:fictional7customer2222abc/post/second"), (kept.Language, kept.Link));
    }

    [Fact]
    public async Task Logs_in_once_and_renews_the_session_after_an_hour_without_the_password()
    {
        await CollectAsync(null);
        await CollectAsync(null);
        Assert.Equal((1, 0), (Stub.Logins, Stub.Renewals));
        Clock.Advance(TimeSpan.FromMinutes(61));
        await CollectAsync(null);
        Clock.Advance(TimeSpan.FromMinutes(61));
        await CollectAsync(null);
        Assert.Equal((1, 2), (Stub.Logins, Stub.Renewals));
    }

    [Theory]
    [InlineData(false, 1, 1)]
    [InlineData(true, 2, 0)] // the refresh token was used elsewhere
    public async Task Goes_on_when_the_session_ends_before_its_time(bool alsoRefresh, int logins, int renewals)
    {
        await CollectAsync(null);
        Stub.EndSession(alsoRefresh);

        Assert.NotEmpty(await CollectAsync(null));
        Assert.Equal((logins, renewals), (Stub.Logins, Stub.Renewals));
    }

    [Fact]
    public async Task Knows_that_an_ended_session_is_told_as_a_bad_request()
    {
        await CollectAsync(null);
        Vendor.Say(1, 400, BlueskyStub.Expired);

        Assert.NotEmpty(await CollectAsync(null));
        Assert.Equal((1, 1), (Stub.Logins, Stub.Renewals));
    }

    [Theory]
    [InlineData(401, "AuthenticationRequired", "does not accept the handle and app password.*Check Handle")]
    [InlineData(401, "AuthFactorTokenRequired", "own password.*Make an app password")]
    [InlineData(400, "AccountTakedown", "suspended")]
    public async Task Says_what_is_wrong_with_the_account(int status, string code, string expected)
    {
        Vendor.Say(4, status, $$"""{"error":"{{code}}","message":"secret-word"}""");

        Assert.Matches(expected, (await RunAsync()).Failure);
    }

    [Fact]
    public async Task Takes_nothing_for_gone_because_an_answer_has_no_list()
    {
        await AddAsync(new("late", "cleo", "The app forgets my seat", Clock.GetUtcNow().AddMinutes(-5)));
        await RunAsync();
        Clock.Advance(TimeSpan.FromHours(7));
        Vendor.Before = context => Vendor.Say(context.Request.Path.Value!.EndsWith("getPosts", StringComparison.Ordinal) ? 1 : 0, "{}"u8.ToArray());

        Assert.Contains("cannot be read", (await RunAsync()).Failure, StringComparison.Ordinal);
        Assert.NotNull(await KeptAsync("late"));
    }
}
