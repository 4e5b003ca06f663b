using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Understanding;

public sealed class TheMentionCollector : IAsyncLifetime
{
    private readonly FakeClock _clock = FakeClock.OnMonday();
    private TestStore _database = null!;
    private IMentionStore _store = null!;
    private MentionCollector _collector = null!;

    public async Task InitializeAsync()
    {
        _database = await TestStore.CreateAsync();
        _store = _database.Services.GetRequiredService<IMentionStore>();
        _collector = new(new PlainReader(), _store, _clock, NullLogger<MentionCollector>.Instance);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Stores_every_page_with_its_cursor_and_goes_on_from_there()
    {
        var source = new ScriptedSource("social") { Pages = { Page("1", "a", "b"), Page("2", "c") } };

        var first = await _collector.CollectAsync(source, null, CancellationToken.None);
        var second = await _collector.CollectAsync(source, null, CancellationToken.None);

        Assert.Equal((3, 0, true), (first.Run.Added, first.Run.Refreshed, first.IsComplete));
        Assert.Equal((0, 0), (second.Run.Added, second.Run.Refreshed));
        Assert.Equal([null, "2"], source.Cursors);
        Assert.Equal(3, (await _store.SourceStateAsync("social", CancellationToken.None))!.Mentions);
    }

    [Fact]
    public async Task Collects_the_others_and_records_why_when_one_fails()
    {
        var reports = await _collector.CollectAllAsync(
            [
                new ScriptedSource("broken") { Failure = new SourceException("The feed is gone. Look up its new address.") },
                new ScriptedSource("buggy") { Failure = new InvalidOperationException("secret customer words") },
                new ScriptedSource("good") { Pages = { Page("1", "a") } },
            ],
            CancellationToken.None);

        Assert.Equal("The feed is gone. Look up its new address.", reports[0].Run.Failure);
        Assert.Contains("InvalidOperationException", reports[1].Run.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reports[1].Run.Failure, StringComparison.Ordinal);
        Assert.Equal(1, reports[2].Run.Added);
        var runs = await _store.RunsAsync(_clock.GetUtcNow(), _clock.GetUtcNow().AddHours(1), CancellationToken.None);
        Assert.Equal(["broken", "buggy"], runs.Where(run => run.Failure is not null).Select(run => run.Source).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keeps_what_was_read_before_a_source_failed()
    {
        var source = new ScriptedSource("social") { Pages = { Page("1", "a", "b") }, Failure = new SourceException("Gone. Check it.") };

        var report = await _collector.CollectAsync(source, null, CancellationToken.None);

        Assert.Equal((2, false), (report.Run.Added, report.IsComplete));
        Assert.Equal("1", (await _store.SourceStateAsync("social", CancellationToken.None))!.Cursor);
    }

    [Fact]
    public async Task Leaves_out_what_does_not_name_the_brand_where_a_source_listens_broadly()
    {
        var said = new MentionPage([Say("a", "Acme is fine"), Say("b", "Weather is fine")], "1", []);

        var report = await _collector.CollectAsync(new ScriptedSource("news") { RequiresBrand = true, Pages = { said } }, null, CancellationToken.None);

        Assert.Equal(1, report.Run.Added);
    }

    [Fact]
    public async Task Counts_what_was_skipped_and_tells_the_first_of_it()
    {
        var skipped = Enumerable.Range(1, 50).Select(line => new SkippedItem(line, "no id")).ToList();

        var report = await _collector.CollectAsync(new ScriptedSource("social") { Pages = { new([], "1", skipped) } }, null, CancellationToken.None);

        Assert.Equal(50, report.Run.Skipped);
        Assert.Equal(skipped.Take(20), report.Skipped);
    }

    [Fact]
    public async Task Imports_from_the_start_and_leaves_the_cursor_of_the_source_alone()
    {
        await _collector.CollectAsync(new ScriptedSource("social") { Pages = { Page("live", "a") } }, null, CancellationToken.None);
        var file = new ScriptedSource("social") { Pages = { Page("file", "a", "b") } };

        var report = await _collector.ImportAsync(file, null, CancellationToken.None);

        Assert.Equal((1, 1), (report.Run.Added, report.Run.Refreshed));
        Assert.Equal([null], file.Cursors);
        Assert.Equal("live", (await _store.SourceStateAsync("social", CancellationToken.None))!.Cursor);
    }

    [Fact]
    public async Task Tells_how_far_it_is_after_each_page()
    {
        var told = new List<int>();
        var source = new ScriptedSource("social") { Pages = { Page("1", "a", "b"), Page("2", "c") } };

        await _collector.CollectAsync(source, new Teller(told), CancellationToken.None);

        Assert.Equal([2, 3], told);
    }

    [Fact]
    public async Task Stops_between_two_pages_when_told_to_and_keeps_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        var source = new ScriptedSource("social") { Pages = { Page("1", "a"), Page("2", "b") }, AfterPage = stop.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _collector.CollectAsync(source, null, stop.Token));

        Assert.Equal("1", (await _store.SourceStateAsync("social", CancellationToken.None))!.Cursor);
    }

    private static MentionPage Page(string cursor, params string[] ids) => new([.. ids.Select(id => Say(id, "Acme " + id))], cursor, []);

    private static Mention Say(string id, string text) => new(new("social", id), "ana", text, new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));

    private sealed class Teller(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    private sealed class ScriptedSource(string name) : IMentionSource
    {
        public string Name => name;

        public bool RequiresBrand { get; init; }

        public List<MentionPage> Pages { get; } = [];

        public Exception? Failure { get; init; }

        public Action? AfterPage { get; init; }

        public List<string?> Cursors { get; } = [];

        public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Cursors.Add(cursor);
            await Task.Yield();
            var known = Pages.FindIndex(page => page.Cursor == cursor);
            foreach (var page in Pages.Skip(known + 1))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return page;
                AfterPage?.Invoke();
            }
            if (Failure is not null)
                throw Failure;
        }
    }
}
