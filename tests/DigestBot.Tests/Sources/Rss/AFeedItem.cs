using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Sources.Rss;

namespace DigestBot.Tests.Sources.Rss;

public sealed class AFeedItem
{
    [Fact]
    public void Is_read_from_atom()
    {
        var mention = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:x,1</id><title>Docks</title><link rel="self" href="https://x.example/self"/>
            <link rel="alternate" href="https://x.example/1"/><author><name>@Jo</name></author><updated>2026-11-16T09:00:00+01:00</updated>
            <content type="html">&lt;p&gt;They &lt;b&gt;work&lt;/b&gt; again&lt;/p&gt;</content></entry></feed>
            """);

        Assert.Equal(new Mention(new("news", "tag:x,1"), "Jo", "Docks\nThey work again", new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero)) { Link = "https://x.example/1" }, mention);
    }

    [Fact]
    public void Is_read_from_rss_one()
    {
        var mention = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">
            <item><title>Docks</title><link>https://x.example/1</link><dc:creator>Jo</dc:creator><dc:date>2026-11-16</dc:date></item></rdf:RDF>
            """);

        Assert.Equal(new Mention(new("news", "https://x.example/1"), "Jo", "Docks", new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero)) { Link = "https://x.example/1" }, mention);
    }

    [Theory]
    [InlineData("Mon, 16 Nov 2026 09:00:00 GMT", "2026-11-16T09:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 09:00:00 +0100", "2026-11-16T08:00:00Z")]
    [InlineData("16 Nov 2026 09:00 EST", "2026-11-16T14:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 09:00:00 PDT", "2026-11-16T16:00:00Z")]
    [InlineData("2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z")]
    public void Has_the_time_that_its_zone_means(string written, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read(Rss($"<title>t</title><guid>1</guid><pubDate>{written}</pubDate>"))?.SaidAt);

    [Theory]
    [InlineData("<title>t</title><pubDate>Mon, 16 Nov 2026 09:00:00 GMT</pubDate>")]
    [InlineData("<guid>1</guid><pubDate>Mon, 16 Nov 2026 09:00:00 GMT</pubDate><description>&lt;img src=x&gt;</description>")]
    [InlineData("<guid>1</guid><title>t</title><pubDate>soon</pubDate>")]
    public void Is_left_out_without_id_text_or_time(string inside) => Assert.Null(Read(Rss(inside)));

    [Fact]
    public void Says_its_title_once_when_the_text_begins_with_it() =>
        Assert.Equal("The docks are broken again today", Read(Rss("<guid>1</guid><title>The docks are broken…</title><description>The docks are broken again today</description><pubDate>2026-11-16</pubDate>"))?.Text);

    [Fact]
    public void Has_the_name_of_its_author_and_not_the_address() =>
        Assert.Equal("Jo Field", Read(Rss("<guid>1</guid><title>t</title><author>jo@example.com (Jo Field)</author><pubDate>2026-11-16</pubDate>"))?.Author);

    [Theory]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("3 < 4 & 5 > 2", "3 < 4 & 5 > 2")]
    [InlineData("x<script>alert('</p>')</script>y", "xy")]
    [InlineData("x<SCRIPT >alert(1)</ScRiPt >y", "xy")]
    [InlineData("x<style>p{}</style><!-- <b> -->y", "xy")]
    [InlineData("&lt;script&gt; as text", "<script> as text")]
    [InlineData("&amp;lt; once", "&lt; once")]
    [InlineData("<script>never closed", "")]
    [InlineData("cut off <a href=\"https://x", "cut off")]
    [InlineData("<p>one</p>\n\n  <p>two&nbsp;three</p>", "one\ntwo three")]
    [InlineData("<<b>b</b>", "<b")]
    public void Has_its_html_as_plain_text(string html, string expected) => Assert.Equal(expected, PlainText.Of(html));

    private static string Rss(string inside) => $"<rss><channel><item>{inside}</item></channel></rss>";

    private static Mention? Read(string feed) => FeedItem.Read(FeedDocument.Items(Encoding.UTF8.GetBytes(feed), "x.example").Single(), "news", out _);
}
