using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Sources.YouTube;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.YouTube;

public sealed class TheYouTubeSource : ApiSourceContract
{
    internal override SourceKind Kind => YouTubeSource.Kind;

    internal override VendorStub CreateVendor() => new YouTubeStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Key": "a-key", "Channel": "UCacmeacmeacmeacmeacme22" """;

    [Fact]
    public async Task Asks_for_plain_text_on_all_videos_of_the_channel_and_shows_its_key_in_no_address()
    {
        await CollectAsync(null);

        Assert.Equal("/youtube/v3/commentThreads?part=snippet&allThreadsRelatedToChannelId=UCacmeacmeacmeacmeacme22&order=time&maxResults=100&textFormat=plainText", Vendor.Asked[0]);
    }

    [Fact]
    public async Task Links_to_the_comment_and_counts_likes_and_answers()
    {
        Vendor.Like("first", 9, Clock.GetUtcNow());
        await RunAsync();

        var first = (await KeptAsync("first"))!;
        Assert.Equal(("https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=first", new Engagement(9, 0, 2, null)), (first.Link, first.Engagement));
    }

    [Fact]
    public async Task Leaves_out_what_the_channel_itself_says()
    {
        var item = Vendor.Item(new("own", "acme", "Thank you!", Clock.GetUtcNow().AddHours(-1)));
        item["snippet"]!["topLevelComment"]!["snippet"]!["authorChannelId"] = new JsonObject { ["value"] = "UCacmeacmeacmeacmeacme22" };
        Vendor.Say(1, Encoding.UTF8.GetBytes(new JsonObject { ["items"] = new JsonArray(item) }.ToJsonString()));

        Assert.Empty((await CollectAsync(null)).SelectMany(page => page.Mentions));
    }

    [Theory]
    [InlineData(403, "quotaExceeded", "no units left")]
    [InlineData(403, "commentsDisabled", "Check Video")]
    [InlineData(403, "accessNotConfigured", "switch it on")]
    [InlineData(404, "channelNotFound", "Check Channel or Video")]
    [InlineData(400, "keyInvalid", "Check Key")]
    public async Task Says_what_is_in_the_way(int status, string reason, string advice)
    {
        Vendor.Say(1, status, $$$"""{"error":{"code":{{{status}}},"message":"secret-word","errors":[{"message":"secret-word","domain":"youtube.commentThread","reason":"{{{reason}}}"}]}}""");
        var failure = (await RunAsync()).Failure;

        Assert.Contains(advice, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_whole_videos_where_it_searches()
    {
        var options = new YouTubeOptions { Name = "videos", Key = new("a-key"), Query = "acme air", Server = Vendor.Address };
        using var source = new YouTubeSource(options, Parts);
        var video = (await source.SinceAsync(Clock.GetUtcNow().AddDays(-30), CancellationToken.None).ToListAsync()).SelectMany(page => page.Mentions).Single(mention => mention.Id.ExternalId == "first");

        Assert.Equal(("Lovely bikes\nThe whole of it", "ana", "en", "https://www.youtube.com/watch?v=first"), (video.Text, video.Author, video.Language, video.Link));
        Assert.Equal(new Engagement(0, 0, 17, 5012), video.Engagement);
    }
}
