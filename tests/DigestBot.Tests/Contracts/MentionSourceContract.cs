using DigestBot.Core.Mentions;

namespace DigestBot.Tests.Contracts;

/// <summary>What every connector keeps, whatever it reads.</summary>
public abstract class MentionSourceContract : IAsyncLifetime
{
    /// <summary>The source, ready to be read; it has something to tell.</summary>
    internal abstract IMentionSource Source { get; }

    /// <summary>It reads a little of the past again, for what shows up late; the store knows it again.</summary>
    private protected virtual bool ReadsAnOverlap => false;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Names_everything_it_brings_after_itself_and_gives_each_an_id_of_its_own()
    {
        var mentions = (await CollectAsync(null)).SelectMany(page => page.Mentions).ToList();

        Assert.NotEmpty(mentions);
        Assert.All(mentions, mention => Assert.Equal(Source.Name, mention.Id.Source));
        Assert.Equal(mentions.Count, mentions.Select(mention => mention.Id).Distinct().Count());
    }

    [Fact]
    public async Task Loses_nothing_whichever_page_it_goes_on_from()
    {
        var pages = await CollectAsync(null);
        var all = pages.SelectMany(page => page.Mentions).Select(mention => mention.Id).ToHashSet();
        for (var kept = 0; kept < pages.Count; kept++)
        {
            var stored = pages.Take(kept + 1).SelectMany(page => page.Mentions).Select(mention => mention.Id);
            var cursor = pages.Take(kept + 1).Select(page => page.Cursor).LastOrDefault(cursor => cursor is not null);
            var rest = (await CollectAsync(cursor)).SelectMany(page => page.Mentions).Select(mention => mention.Id);
            Assert.Equal(all, stored.Concat(rest).ToHashSet());
        }
    }

    [Fact]
    public async Task Brings_nothing_again_when_nothing_has_happened()
    {
        var last = (await CollectAsync(null))[^1].Cursor;

        Assert.NotNull(last);
        var again = (await CollectAsync(last)).SelectMany(page => page.Mentions).ToList();
        Assert.True(again.Count == 0 || ReadsAnOverlap, $"{again.Count} mentions came again.");
        Assert.Subset((await CollectAsync(null)).SelectMany(page => page.Mentions).ToHashSet(), again.ToHashSet());
    }

    [Fact]
    public async Task Brings_the_same_again_from_the_start()
    {
        var first = (await CollectAsync(null)).SelectMany(page => page.Mentions);

        Assert.Equal(first, (await CollectAsync(null)).SelectMany(page => page.Mentions));
    }

    [Fact]
    public async Task Begins_at_the_start_when_the_cursor_makes_no_sense() =>
        Assert.NotEmpty((await CollectAsync("from another kind of source")).SelectMany(page => page.Mentions));

    [Fact]
    public async Task Stops_when_it_is_told_to()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Source.CollectAsync(null, stopped.Token))
                Assert.Fail("It went on.");
        });
    }

    private protected async Task<List<MentionPage>> CollectAsync(string? cursor) =>
        await Source.CollectAsync(cursor, CancellationToken.None).ToListAsync();
}
