using DigestBot.Core.Mentions;
using DigestBot.Sources.Discourse;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Discourse;

/// <summary>A forum that is not about the brand alone: its search is asked, and what it finds is fetched whole.</summary>
public sealed class TheDiscourseSearch : IAsyncLifetime, IDisposable
{
    private readonly HurriedClock _clock = new();
    private readonly DiscourseStub _forum = new();
    private DiscourseSource _source = null!;

    public async Task InitializeAsync()
    {
        await _forum.StartAsync();
        var options = new DiscourseOptions { Name = "forum", Server = _forum.Address, Query = "#support", ApiKey = new("a-key"), ApiUsername = "digest" };
        _source = new(options, VendorParts.On(_clock));
        for (var i = 0; i < 5; i++)
            _forum.Add(new($"post{i}", "ana", $"Whole text of post {i}", _clock.GetUtcNow().AddDays(-i).AddHours(-1)));
    }

    public async Task DisposeAsync() => await _forum.DisposeAsync();

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Reads_every_page_and_the_whole_text_of_each_hit() =>
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"Whole text of post {i}"), (await ReadAsync(days: 14)).Select(mention => mention.Text).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Fetches_nothing_that_is_older_than_what_it_wants()
    {
        Assert.Equal(2, (await ReadAsync(days: 2)).Count);
        Assert.Equal(2, _forum.Asked.Count(asked => asked.StartsWith("/posts/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Asks_in_the_forums_own_words_for_the_newest_first()
    {
        await ReadAsync(days: 2);

        var day = _clock.GetUtcNow().AddDays(-3);
        Assert.Equal($"/search.json?q=#support order:latest after:{day:yyyy-MM-dd}&page=1", Uri.UnescapeDataString(_forum.Asked[0]));
    }

    private async Task<List<Mention>> ReadAsync(int days) =>
        [.. (await _source.SinceAsync(_clock.GetUtcNow().AddDays(-days), CancellationToken.None).ToListAsync()).SelectMany(page => page.Mentions)];
}
