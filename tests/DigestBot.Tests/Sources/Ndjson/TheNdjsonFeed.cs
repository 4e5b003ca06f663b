using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Sources.Ndjson;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Sources.Ndjson;

public sealed class TheNdjsonFeed
{
    private const string Whole = """
        {"id":"a1","source":"forum","author":"@jo","text":"Nice bikes","createdAt":"2026-11-02T08:30:00+01:00","url":"https://forum.example.com/a1","engagement":{"likes":3,"reposts":2,"replies":1,"views":90},"authorFollowers":12,"rating":4.5,"language":"en-GB"}
        """;

    [Fact]
    public async Task Reads_every_field_of_an_item()
    {
        var mention = Assert.Single((await ReadAsync(Whole)).Mentions);

        Assert.Equal(new("forum", "a1"), mention.Id);
        Assert.Equal("jo", mention.Author);
        Assert.Equal("Nice bikes", mention.Text);
        Assert.Equal(new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero), mention.SaidAt);
        Assert.Equal("https://forum.example.com/a1", mention.Link);
        Assert.Equal(new(3, 2, 1, 90), mention.Engagement);
        Assert.Equal(12, mention.AuthorFollowers);
        Assert.Equal(4.5, mention.Rating);
        Assert.Equal("en", mention.Language);
    }

    [Fact]
    public async Task Needs_no_more_than_id_text_and_time_and_ignores_what_it_does_not_know()
    {
        var mention = Assert.Single((await ReadAsync("""{"mood":{"a":[1,{}]},"id":7,"text":"Hi","createdAt":"2026-11-02T08:30:00Z","url":null,"engagement":null}""")).Mentions);

        Assert.Equal(new("feed", "7"), mention.Id);
        Assert.Equal("", mention.Author);
        Assert.Null(mention.Link);
    }

    [Theory]
    [InlineData("not json", "not valid JSON")]
    [InlineData("[1]", "not valid JSON")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z"} {}""", "not valid JSON")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z" """, "not valid JSON")]
    [InlineData("""{"text":"t","createdAt":"2026-11-02T08:30:00Z"}""", "no id")]
    [InlineData("""{"id":" ","text":"t","createdAt":"2026-11-02T08:30:00Z"}""", "no id")]
    [InlineData("""{"id":"x","createdAt":"2026-11-02T08:30:00Z"}""", "no text")]
    [InlineData("""{"id":"x","text":"  ","createdAt":"2026-11-02T08:30:00Z"}""", "no text")]
    [InlineData("""{"id":"x","text":["t"],"createdAt":"2026-11-02T08:30:00Z"}""", "text is not a text")]
    [InlineData("""{"id":"x","text":"t"}""", "no createdAt")]
    [InlineData("""{"id":"x","text":"t","createdAt":"yesterday"}""", "createdAt is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"0001-01-01T00:00:00Z"}""", "createdAt is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"9999-12-31T23:59:59Z"}""", "createdAt is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z","engagement":{"likes":-1}}""", "engagement.likes is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z","engagement":{"views":9e18}}""", "engagement.views is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z","engagement":[]}""", "engagement is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z","authorFollowers":"many"}""", "authorFollowers is not")]
    [InlineData("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00Z","rating":11}""", "rating is not")]
    public async Task Skips_a_bad_line_with_its_number_and_reason_and_reads_on(string bad, string reason)
    {
        var read = await ReadAsync($"{Whole}\n\n{bad}\n{Whole.Replace("a1", "a2", StringComparison.Ordinal)}\n");

        Assert.Equal(["a1", "a2"], read.Mentions.Select(mention => mention.Id.ExternalId));
        var skipped = Assert.Single(read.Skipped);
        Assert.Equal(3, skipped.Line);
        Assert.StartsWith(reason, skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_quotes_what_customers_wrote_in_a_reason()
    {
        var read = await ReadAsync("""{"id":"x","text":{"secret-word":1},"createdAt":"secret-word","rating":"secret-word"}""" + "\nsecret-word\n");

        Assert.Equal(2, read.Skipped.Count);
        Assert.All(read.Skipped, skipped => Assert.DoesNotContain("secret-word", skipped.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_mind_a_byte_order_mark_carriage_returns_or_a_missing_last_line_break() =>
        Assert.Equal(2, (await ReadAsync($"\uFEFF{Whole}\r\n   \r\n{Whole}")).Mentions.Count);

    [Fact]
    public async Task Passes_over_a_line_above_one_megabyte_and_reads_on()
    {
        var long3 = Whole.Replace("Nice bikes", new string('x', 3 * LineReader.LongestLine), StringComparison.Ordinal);
        var read = await ReadAsync($"{Whole}\n{long3}\n{Whole}\n{long3}");

        Assert.Equal(2, read.Mentions.Count);
        Assert.Equal([2L, 4L], read.Skipped.Select(skipped => skipped.Line));
        Assert.All(read.Skipped, skipped => Assert.Equal("longer than 1 MB", skipped.Reason));
    }

    [Fact]
    public async Task Reads_a_line_of_just_under_one_megabyte()
    {
        var text = new string('x', LineReader.LongestLine - Whole.Length);

        Assert.Equal(text, Assert.Single((await ReadAsync(Whole.Replace("Nice bikes", text, StringComparison.Ordinal))).Mentions).Text);
    }

    [Theory]
    [InlineData("""half \ud83d an emoji""", "half \uFFFD an emoji")]
    [InlineData("""other half \uDE00""", "other half \uFFFD")]
    [InlineData("""whole \ud83d\ude00 and half \ud83d""", "whole 😀 and half \uFFFD")]
    [InlineData("""a path C:\\ud83d\\u and half \ud83d""", """a path C:\ud83d\u and half """ + "\uFFFD")]
    [InlineData("""nothing \u0000 here""", "nothing  here")]
    public async Task Mends_text_that_was_cut_in_the_middle_of_an_emoji(string escaped, string expected)
    {
        var mention = Assert.Single((await ReadAsync(Whole.Replace("Nice bikes", escaped, StringComparison.Ordinal))).Mentions);

        Assert.Equal(expected, mention.Text);
    }

    [Fact]
    public async Task Mends_bytes_that_are_no_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        bytes[Whole.IndexOf("bikes", StringComparison.Ordinal)] = 0xFF;

        Assert.Equal("Nice \uFFFDikes", Assert.Single((await ReadAsync(bytes, new())).Mentions).Text);
    }

    [Fact]
    public async Task Takes_a_time_without_an_offset_as_utc()
    {
        var read = await ReadAsync("""{"id":"x","text":"t","createdAt":"2026-11-02T08:30:00"}""" + "\n" + """{"id":"y","text":"t","createdAt":"2026-11-02"}""");

        Assert.Equal(new(2026, 11, 2, 8, 30, 0, TimeSpan.Zero), read.Mentions[0].SaidAt);
        Assert.Equal(new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), read.Mentions[1].SaidAt);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://a.example/\\\"onload=x")]
    public async Task Keeps_the_mention_and_drops_a_link_that_is_no_web_address(string link)
    {
        var line = Whole.Replace("https://forum.example.com/a1", link, StringComparison.Ordinal);

        Assert.Null(Assert.Single((await ReadAsync(line)).Mentions).Link);
    }

    [Fact]
    public async Task Names_every_mention_after_the_source_it_is_imported_as() =>
        Assert.Equal("shop", (await ReadAsync(Whole, new() { Source = "shop" })).Mentions[0].Id.Source);

    [Fact]
    public async Task Shares_one_text_between_all_mentions_of_a_source()
    {
        var mentions = (await ReadAsync($"{Whole}\n{Whole}")).Mentions;

        Assert.Same(mentions[0].Id.Source, mentions[1].Id.Source);
    }

    [Fact]
    public async Task Lenient_reading_needs_only_id_and_text_and_joins_fields()
    {
        var read = await ReadAsync(
            """{"id":"x","title":"Crash","body":"on start","rating":-3,"createdAt":"?"}""" + "\n" + """{"id":"y","title":null,"body":""}""" + "\n" + """{"id":"z"}""",
            new() { IsLenient = true, TextFields = ["title", "body"] });

        Assert.Equal(["Crash\non start", ""], read.Mentions.Select(mention => mention.Text));
        Assert.Equal(NdjsonFeed.UnknownTime, read.Mentions[0].SaidAt);
        Assert.Equal("no title or body; expected what was said", Assert.Single(read.Skipped).Reason);
    }

    [Fact]
    public async Task Goes_on_from_the_position_of_any_batch_without_losing_or_doubling()
    {
        var feed = Encoding.UTF8.GetBytes(string.Join("\n", Enumerable.Range(1, 7).Select(i => Whole.Replace("a1", $"é{i}", StringComparison.Ordinal))) + "\nbad\n");
        await foreach (var batch in NdjsonFeed.ReadAsync(new MemoryStream(feed), new() { BatchSize = 2 }, CancellationToken.None))
        {
            var rest = new MemoryStream(feed) { Position = batch.Position.Bytes };
            var read = await ReadAsync(rest, new() { Start = batch.Position });

            Assert.Equal(7 - Math.Min(7, batch.Position.Lines), read.Mentions.Count);
            Assert.Equal(batch.Position.Lines < 8 ? [8L] : [], read.Skipped.Select(skipped => skipped.Line));
        }
    }

    [Fact]
    public async Task Stays_before_a_last_line_that_may_still_be_growing()
    {
        var batches = await NdjsonFeed.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{Whole}\n{Whole[..40]}")), new(), CancellationToken.None).ToListAsync();

        Assert.Equal(new(Whole.Length + 1, 1), batches[^1].Position);
    }

    [Fact]
    public async Task Tells_from_when_to_when_a_feed_speaks()
    {
        var feed = $$"""
            {{Whole}}
            broken
            {"id":"x","user":{"createdAt":"2001-01-01T00:00:00Z"},"text":"\"createdAt\":\"2002-01-01T00:00:00Z\"","createdAt":"2026-12-01T00:00:00Z"}
            {"id":"y","createdAt":"2026-10-01T00:00:00-02:00"}
            """;
        var span = await NdjsonFeed.SpanAsync(new MemoryStream(Encoding.UTF8.GetBytes(feed)), CancellationToken.None);

        Assert.Equal(new FeedSpan(new(2026, 10, 1, 2, 0, 0, TimeSpan.Zero), new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), 3), span);
        Assert.Null(await NdjsonFeed.SpanAsync(new MemoryStream("nothing"u8.ToArray()), CancellationToken.None));
    }

    [Fact]
    public void Accounts_for_every_line_of_any_bytes_whatever_they_are() =>
        Prop.ForAll<byte[][]>(lines =>
        {
            var clean = lines.Select(line => line.Where(b => b != '\n').ToArray()).ToList();
            var feed = clean.SelectMany(line => line.Append((byte)'\n')).ToArray();
            var read = ReadAsync(feed, new()).GetAwaiter().GetResult();
            return read.Mentions.Count + read.Skipped.Count <= clean.Count && read.Position == new FeedPosition(feed.Length, clean.Count);
        }).QuickCheckThrowOnFailure();

    private static Task<FeedBatch> ReadAsync(string feed) => ReadAsync(Encoding.UTF8.GetBytes(feed), new());

    private static Task<FeedBatch> ReadAsync(string feed, NdjsonOptions options) => ReadAsync(Encoding.UTF8.GetBytes(feed), options);

    private static Task<FeedBatch> ReadAsync(byte[] feed, NdjsonOptions options) => ReadAsync(new MemoryStream(feed), options);

    private static async Task<FeedBatch> ReadAsync(Stream feed, NdjsonOptions options)
    {
        var mentions = new List<Mention>();
        var skipped = new List<SkippedItem>();
        var position = options.Start;
        await foreach (var batch in NdjsonFeed.ReadAsync(feed, options, CancellationToken.None))
        {
            mentions.AddRange(batch.Mentions);
            skipped.AddRange(batch.Skipped);
            position = batch.Position;
        }
        return new(mentions, skipped, position);
    }
}
