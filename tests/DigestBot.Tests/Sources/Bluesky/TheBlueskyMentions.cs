using DigestBot.Sources;
using DigestBot.Sources.Bluesky;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Bluesky;

public sealed class TheBlueskyMentions : ApiSourceContract
{
    private BlueskyStub Stub { get; } = new();

    internal override SourceKind Kind => BlueskySource.Kind;

    internal override VendorStub CreateVendor() => Stub;

    private protected override string IdOf(string post) => BlueskyStub.UriOf(post);

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Handle": "reader.bsky.example", "AppPassword": "abcd-efgh-ijkl-mnop" """;

    [Fact]
    public async Task Ask_for_what_mentions_answers_or_quotes_the_account_and_tell_its_counts_at_once()
    {
        Vendor.Like("second", 12, Clock.GetUtcNow());
        await RunAsync();

        Assert.Contains("/xrpc/app.bsky.notification.listNotifications?limit=25&reasons=mention&reasons=reply&reasons=quote", Vendor.Asked);
        Assert.Equal(12, (await KeptAsync("second"))!.Engagement.Likes);
    }

    [Theory]
    [InlineData("quote", 2)]
    [InlineData("starterpack-joined", 0)]
    [InlineData("like", 0)]
    public async Task Are_what_somebody_says_not_what_somebody_does(string reason, int mentions)
    {
        Stub.Reason = reason;

        Assert.Equal(mentions, (await RunAsync()).Added);
    }
}
