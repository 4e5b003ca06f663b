using DigestBot.Core.Mentions;
using DigestBot.Sources.Csv;
using DigestBot.Tests.Contracts;

namespace DigestBot.Tests.Sources.Csv;

public sealed class TheCsvFileSource : OutsideSourceContract
{
    private readonly string _path = Path.GetTempFileName();
    private long _lines;

    internal override IMentionSource Source => From(new() { Name = "desk", Path = _path });

    public override async Task InitializeAsync()
    {
        await WriteAsync("id,author,text,createdAt");
        await base.InitializeAsync();
    }

    public override Task DisposeAsync()
    {
        File.Delete(_path);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Finds_the_columns_by_their_configured_headers_and_the_separator_by_itself()
    {
        await File.WriteAllTextAsync(_path, """
            Ticket;Opened;Body;Who;Stars;Thumbs;Link;Tongue
            77;2026-11-16 09:30;Nice;@jo;4.5;12;https://desk.example.com/77;DE-at
            """);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "ticket", ["createdAt"] = "Opened", ["text"] = "Body", ["author"] = "Who",
            ["rating"] = "Stars", ["likes"] = "Thumbs", ["url"] = "Link", ["language"] = "Tongue",
        };
        var mention = (await From(new() { Name = "desk", Path = _path, Columns = columns }).CollectAsync(null, CancellationToken.None).ToListAsync()).Single().Mentions.Single();

        var expected = new Mention(new("desk", "77"), "jo", "Nice", new(2026, 11, 16, 9, 30, 0, TimeSpan.Zero))
        {
            Rating = 4.5, Engagement = new(12, 0, 0), Link = "https://desk.example.com/77", Language = "de",
        };
        Assert.Equal(expected, mention);
    }

    [Fact]
    public async Task Names_the_column_that_is_missing_and_the_setting_that_mends_it()
    {
        await File.WriteAllTextAsync(_path, "id,body,createdAt\n");

        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Contains("no column text", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Columns:text of source desk", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,ana,,2026-11-16", "no text")]
    [InlineData(",ana,Hi,2026-11-16", "no id")]
    [InlineData("x,ana,Hi,soon", "no createdAt")]
    [InlineData("x", "no text")]
    public async Task Says_what_is_wrong_with_a_row_and_where_it_begins(string row, string reason)
    {
        await WriteAsync("ok,ana,\"three\nlines\nlong\",2026-11-16T08:00:00Z");
        await WriteAsync(row);

        var skipped = Assert.Single((await CollectAsync(null)).SelectMany(page => page.Skipped));
        Assert.Equal(7, skipped.Line);
        Assert.StartsWith(reason, skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_a_quote_that_is_never_closed_swallows_the_rest()
    {
        await WriteAsync("x,ana,\"never closed,2026-11-16T08:00:00Z");
        await WriteAsync("y,ana,swallowed,2026-11-16T08:00:00Z");
        var pages = await CollectAsync(null);

        Assert.Equal(["first", "second"], pages.SelectMany(page => page.Mentions).Select(mention => mention.Id.ExternalId));
        var skipped = Assert.Single(pages.SelectMany(page => page.Skipped));
        Assert.Equal(4, skipped.Line);
        Assert.Contains("never closed", skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_stray_quote_as_part_of_what_was_said()
    {
        await WriteAsync("x,ana,a 28\" wheel,2026-11-16T08:00:00Z");

        Assert.Contains((await CollectAsync(null)).SelectMany(page => page.Mentions), mention => mention.Text == "a 28\" wheel");
    }

    [Fact]
    public async Task Reads_a_file_that_was_replaced_from_its_start()
    {
        var last = (await CollectAsync(null))[^1].Cursor;
        await File.WriteAllTextAsync(_path, "id,author,text,createdAt\na,x,A,2026-11-16\nb,x,B,2026-11-16\nc,x,C,2026-11-16\n");

        Assert.Equal(3, (await CollectAsync(last)).Sum(page => page.Mentions.Count));
    }

    internal override Task AddAsync(Post post) =>
        WriteAsync($"{post.Id},{post.Author},\"{post.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{post.At:O}");

    internal override async Task<long> AddBadAsync()
    {
        await WriteAsync("bad,eve,No time at all,");
        return _lines;
    }

    internal override Task TakeAwayAsync()
    {
        File.Delete(_path);
        return Task.CompletedTask;
    }

    private static CsvFileSource From(CsvOptions options) => new(options);

    private Task WriteAsync(string row)
    {
        _lines += 1 + row.Count(c => c == '\n');
        return File.AppendAllTextAsync(_path, row + "\n");
    }
}
