using System.Net;
using System.Security;
using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;
using DigestBot.Sources.Rss;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Rss;

public sealed class TheRssSource : OutsideSourceContract
{
    private readonly StringBuilder _items = new();
    private readonly HurriedClock _clock = new();
    private StubServer _server = null!;
    private IMentionSource _source = null!;
    private long _count;

    internal override IMentionSource Source => _source;

    public override async Task InitializeAsync()
    {
        _server = await StubServer.StartAsync();
        _server.Answer = context => context.Response.WriteAsync(Feed());
        _source = new RssSource(new() { Name = "news", Address = _server.Address }, VendorParts.On(_clock));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        ((IDisposable)_source).Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Asks_only_for_what_has_changed()
    {
        var conditions = new List<string>();
        _server.Answer = context =>
        {
            conditions.Add($"{context.Request.Headers.IfNoneMatch}|{context.Request.Headers.IfModifiedSince}");
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Mon, 16 Nov 2026 09:00:00 GMT";
            return context.Response.WriteAsync(Feed());
        };
        var first = await CollectAsync(null);

        Assert.Empty(await CollectAsync(first.Single().Cursor));
        Assert.Equal(["|", "\"v1\"|Mon, 16 Nov 2026 09:00:00 GMT"], conditions);
    }

    [Fact]
    public async Task Tries_again_with_growing_pauses_when_the_server_stumbles()
    {
        AnswerAfter(3, 503, _ => { });

        Assert.NotEmpty(await CollectAsync(null));
        Assert.Equal(4, _server.Requests);
        Assert.Equal(3, _clock.Waits.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_the_server_asks()
    {
        AnswerAfter(1, 429, response => response.Headers.RetryAfter = "7");

        Assert.NotEmpty(await CollectAsync(null));
        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Waits);
    }

    [Fact]
    public async Task Does_not_wait_for_an_hour_but_says_until_when_it_should_be_left_alone()
    {
        AnswerAfter(100, 429, response => response.Headers.RetryAfter = "3600");

        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task Leaves_a_server_alone_that_keeps_failing()
    {
        AnswerAfter(1000, 500, _ => { });
        for (var run = 0; run < 5; run++)
            await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));

        var asked = _server.Requests;
        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Equal(asked, _server.Requests);
        Assert.Contains("left alone", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_more_than_ten_megabytes_also_when_they_come_packed_small()
    {
        _server.Answer = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            for (var megabyte = 0; megabyte < 11; megabyte++)
                await packed.WriteAsync(new byte[1024 * 1024], context.RequestAborted);
        };

        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Contains("larger than 10 MB", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><guid>1</guid><title>&x;</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>")]
    [InlineData("<html><body>Please sign in</body></html>")]
    [InlineData("<rss><channel><item>")]
    [InlineData("{\"not\":\"xml\"}")]
    public async Task Refuses_what_is_no_plain_feed(string body)
    {
        _server.Answer = context => context.Response.WriteAsync(body);

        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Contains("no RSS or Atom feed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_feed_without_items_as_a_quiet_one()
    {
        _server.Answer = context => context.Response.WriteAsync("<rss version=\"2.0\"><channel><title>Quiet</title></channel></rss>");

        Assert.Empty((await CollectAsync(null)).Single().Mentions);
    }

    [Fact]
    public async Task Names_the_product_to_the_server()
    {
        var agent = "";
        _server.Answer = context =>
        {
            agent = context.Request.Headers.UserAgent.ToString();
            return context.Response.WriteAsync(Feed());
        };
        await CollectAsync(null);

        Assert.StartsWith("DigestBot/", agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_no_private_address_that_was_not_allowed()
    {
        using var source = new RssSource(
            new() { Name = "news", Address = _server.Address },
            VendorParts.On(_clock, new OutgoingOptions { PlainHttpHosts = ["127.0.0.1"] }));

        var failure = await Assert.ThrowsAsync<SourceException>(async () => await source.CollectAsync(null, CancellationToken.None).ToListAsync());
        Assert.Contains("Outgoing:PrivateHosts", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Requests);
        Assert.Empty(_clock.Waits); // no use in trying again
    }

    internal override Task AddAsync(Post post)
    {
        _count++;
        var html = WebUtility.HtmlEncode(post.Text);
        _items.Insert(0, $"<item><guid>{post.Id}</guid><author>{post.Author}</author><description>{SecurityElement.Escape(html)}</description><pubDate>{post.At:R}</pubDate></item>");
        return Task.CompletedTask;
    }

    internal override Task<long> AddBadAsync()
    {
        _items.Append("<item><guid>bad</guid><description>No date</description></item>");
        return Task.FromResult(_count + 2); // one more is added on top
    }

    internal override Task TakeAwayAsync()
    {
        AnswerAfter(1000, 404, _ => { });
        return Task.CompletedTask;
    }

    private string Feed() => $"<rss version=\"2.0\"><channel>{_items}</channel></rss>";

    private void AnswerAfter(int failures, int status, Action<HttpResponse> prepare) => _server.Answer = context =>
    {
        if (_server.Requests > failures)
            return context.Response.WriteAsync(Feed());
        context.Response.StatusCode = status;
        prepare(context.Response);
        return Task.CompletedTask;
    };
}
