using System.Text;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sources.Folder;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Sources.Folder;

public sealed class TheFolderSource : OutsideSourceContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-drop-").FullName;
    private readonly HurriedClock _clock = new();
    private int _files;

    internal override IMentionSource Source => From(new() { Name = "drop", Path = _folder });

    public override Task DisposeAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Puts_a_file_away_once_it_was_read_and_takes_the_same_name_again()
    {
        Drop("x.ndjson", Line("a", "One"));
        await CollectAsync(null);
        Drop("x.ndjson", Line("a", "Two"));
        var again = await CollectAsync((await CollectAsync(null))[^1].Cursor);

        Assert.Empty(again);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "done"), "*-x.ndjson").Length);
    }

    [Fact]
    public async Task Loses_and_doubles_nothing_when_it_is_killed_between_storing_and_moving()
    {
        await using var store = await TestStore.CreateAsync();
        var mentions = store.Services.GetRequiredService<IMentionStore>();
        Drop("x.csv", "id,text,createdAt\n" + string.Concat(Enumerable.Range(0, 4_500).Select(i => $"{i},Post {i},2026-11-20\n")));
        for (var kill = 1; kill <= 5; kill++)
        {
            await using var pages = Source.CollectAsync((await mentions.SourceStateAsync("drop", default))?.Cursor, default).GetAsyncEnumerator();
            for (var page = 0; page < Math.Min(kill, 4) && await pages.MoveNextAsync(); page++)
                await mentions.SaveAsync("drop", [.. pages.Current.Mentions.Select(mention => new ReadMention(mention, new PlainReader().Read(mention)))], pages.Current.Cursor, default);
        }
        Assert.Equal("x.csv", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder)))); // stored whole, and not moved
        var report = await new MentionCollector(new PlainReader(), mentions, _clock, NullLogger<MentionCollector>.Instance).CollectAsync(Source, null, default);

        Assert.Null(report.Run.Failure);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(4_502, (await mentions.SourceStateAsync("drop", default))!.Mentions);
    }

    [Fact]
    public async Task Waits_until_a_file_has_not_changed_for_a_while_and_while_its_name_says_that_it_is_unfinished()
    {
        Drop("growing.csv", "id,text,createdAt\nnew,Fresh,2026-11-20\n", at: _clock.GetUtcNow().AddSeconds(-9));
        Drop("half.csv.part", "id,text,createdAt\npart,Half,2026-11-20\n");
        Drop(".hidden.csv", "id,text,createdAt\nhid,Hidden,2026-11-20\n");
        Assert.DoesNotContain("new", await IdsAsync());
        _clock.Advance(TimeSpan.FromSeconds(10));
        var ids = await IdsAsync();

        Assert.Contains("new", ids);
        Assert.DoesNotContain("part", ids);
        Assert.DoesNotContain("hid", ids);
    }

    [Theory]
    [InlineData("x.csv", "a,b,c\n1,secret-word,3\n", "id: id; text: text; createdAt: createdAt")]
    [InlineData("x.csv", "id,body,createdAt\n1,secret-word,2026-11-20\n", "Names there: id, body, createdAt.")]
    [InlineData("x.csv", "id,text,createdAt\n1,secret-word,never\n", "line 2: no time")]
    [InlineData("x.zip", "PK secret-word", "unpack")]
    [InlineData("x.ndjson", "secret-word\n", "line 1: not valid JSON")]
    public async Task Puts_aside_what_cannot_be_read_with_the_reason_beside_it(string name, string content, string expected)
    {
        Drop(name, content);
        await CollectAsync(null);
        var why = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "failed"), "*.why.txt")));

        Assert.Contains(expected, why, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", why, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "failed"), $"*-{name}"));
    }

    [Fact]
    public async Task Says_beside_a_good_file_which_lines_were_left_out()
    {
        Drop("x.csv", "id,text,createdAt\n1,Good,2026-11-20\n2,,2026-11-20\n");
        await CollectAsync(null);

        Assert.Equal("line 3: no text", (await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "done"), "*.why.txt")))).Trim());
    }

    [Fact]
    public async Task Follows_no_link_and_lets_no_drawer_lead_elsewhere()
    {
        var outside = Path.Combine(Directory.CreateTempSubdirectory("digestbot-out-").FullName, "x.ndjson");
        await File.WriteAllTextAsync(outside, Line("secret", "Elsewhere"));
        File.CreateSymbolicLink(Path.Combine(_folder, "link.ndjson"), outside);
        Assert.DoesNotContain("secret", await IdsAsync());
        Assert.True(File.Exists(outside));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "failed"), "*.why.txt"));
        Directory.Delete(Path.Combine(_folder, "done"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "done"), Path.GetDirectoryName(outside)!);

        var failure = await Assert.ThrowsAsync<SourceException>(() => CollectAsync(null));
        Assert.Contains("is a link", failure.Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_folder, "done"));
        Directory.Delete(Path.GetDirectoryName(outside)!, recursive: true);
    }

    [Fact]
    public async Task Takes_out_what_a_file_says_is_gone()
    {
        Drop("x.ndjson", Line("a", "Hi") + """{"id":"first","deleted":true}""" + "\n");

        Assert.Equal(["first"], (await CollectAsync(null)).SelectMany(page => page.Gone));
    }

    [Theory]
    [InlineData("utf-8", false, ';')]
    [InlineData("utf-8", true, ',')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16", false, ',')]
    [InlineData("utf-16BE", true, ';')]
    [InlineData("windows-1252", false, ';')]
    public async Task Finds_out_how_a_file_is_written_and_where_its_header_is(string name, bool isMarked, char separator)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = $"Export of everything, made \"today\"\n\nQuery: (a;b|c)\nid,text,createdAt,likes\nx,\"Crème brûlée, naïve – “fine”\nsecond line\",2026-11-20 09:30,12\n".Replace(',', separator);
        Drop("x.csv", (byte[])[.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
        var read = (await CollectAsync(null)).SelectMany(page => page.Mentions).Single(mention => mention.Id.ExternalId == "x");

        Assert.Equal(($"Crème brûlée, naïve – “fine”\nsecond line".Replace(',', separator), 12L), (read.Text, read.Engagement.Likes));
        Assert.Equal(new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), read.SaidAt);
    }

    [Fact]
    public async Task Reads_a_large_file_without_holding_it()
    {
        var path = Path.Combine(_folder, "large.csv");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteAsync("id,text,createdAt\n");
            for (var i = 0; i < 200_000; i++)
                await file.WriteAsync($"{i},A post of a usual length about how nice it is to ride {i} bikes,2026-11-20T08:00:00Z\n");
        }
        var (before, most, count) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0);
        await foreach (var page in Source.CollectAsync(null, CancellationToken.None))
        {
            count += page.Mentions.Count;
            if (count % 40_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(200_002, count);
        Assert.InRange(most, long.MinValue, 16L << 20);
    }

    internal override Task AddAsync(Post post)
    {
        Drop($"post{_files++:000}.ndjson", JsonSerializer.Serialize(new { id = post.Id, author = post.Author, text = post.Text, createdAt = post.At }) + "\n");
        return Task.CompletedTask;
    }

    internal override Task<long> AddBadAsync()
    {
        Drop($"post{_files++:000}.ndjson", "\n\n{\"id\":\n");
        return Task.FromResult(3L);
    }

    internal override Task TakeAwayAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text, createdAt = "2026-11-20T08:00:00Z" }) + "\n";

    private FolderSource From(FolderOptions options) => new(options, VendorParts.On(_clock));

    private async Task<List<string>> IdsAsync() => [.. (await CollectAsync(null)).SelectMany(page => page.Mentions).Select(mention => mention.Id.ExternalId)];

    private void Drop(string name, string content, DateTimeOffset? at = null) => Drop(name, Encoding.UTF8.GetBytes(content), at);

    private void Drop(string name, byte[] content, DateTimeOffset? at = null)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        File.SetLastWriteTimeUtc(path, (at ?? _clock.GetUtcNow().AddHours(-1)).UtcDateTime);
    }
}
