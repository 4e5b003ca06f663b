using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Sources.Ndjson;
using DigestBot.Tests.Contracts;

namespace DigestBot.Tests.Sources.Ndjson;

public sealed class TheNdjsonFileSource : OutsideSourceContract
{
    private readonly string _path = Path.GetTempFileName();
    private long _lines;

    internal override IMentionSource Source => new NdjsonFileSource(new() { Name = "shop", Path = _path });

    public override Task DisposeAsync()
    {
        File.Delete(_path);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Reads_only_what_is_new_of_a_file_that_grows()
    {
        var last = (await CollectAsync(null))[^1].Cursor;
        await AddAsync(new("third", "cleo", "Found it again", DateTimeOffset.UnixEpoch));

        Assert.Equal("third", Assert.Single((await CollectAsync(last)).SelectMany(page => page.Mentions)).Id.ExternalId);
    }

    [Fact]
    public async Task Reads_a_file_that_was_replaced_from_its_start()
    {
        var last = (await CollectAsync(null))[^1].Cursor;
        await File.WriteAllTextAsync(_path, "");
        for (var i = 0; i < 5; i++)
            await AddAsync(new($"new-{i}", "cleo", "Another file altogether", DateTimeOffset.UnixEpoch));

        Assert.Equal(5, (await CollectAsync(last)).Sum(page => page.Mentions.Count));
    }

    [Fact]
    public async Task Waits_for_the_rest_of_a_line_that_is_still_being_written()
    {
        var line = Line(new("third", "cleo", "Half a line", DateTimeOffset.UnixEpoch));
        await File.AppendAllTextAsync(_path, line[..20]);
        var last = (await CollectAsync(null))[^1].Cursor;
        await File.AppendAllTextAsync(_path, line[20..]);

        Assert.Equal("third", Assert.Single((await CollectAsync(last)).SelectMany(page => page.Mentions)).Id.ExternalId);
    }

    internal override Task AddAsync(Post post)
    {
        _lines++;
        return File.AppendAllTextAsync(_path, Line(post));
    }

    internal override async Task<long> AddBadAsync()
    {
        await File.AppendAllTextAsync(_path, "{\"id\":\n");
        return ++_lines;
    }

    internal override Task TakeAwayAsync()
    {
        File.Delete(_path);
        return Task.CompletedTask;
    }

    private static string Line(Post post) =>
        JsonSerializer.Serialize(new { id = post.Id, author = post.Author, text = post.Text, createdAt = post.At }) + "\n";
}
