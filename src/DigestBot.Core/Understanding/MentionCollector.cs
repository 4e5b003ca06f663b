using DigestBot.Core.Mentions;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Collects sources: page by page read, understood and stored together with the cursor, so that a kill between two pages
/// loses nothing. A source that fails is reported and recorded, and never stops another one.
/// </summary>
/// <param name="reader">Understands each mention on arrival.</param>
/// <param name="store">Where mentions, cursors and runs are kept.</param>
/// <param name="clock">When runs begin and end.</param>
/// <param name="logger">Counts and names of sources only.</param>
public sealed partial class MentionCollector(IMentionReader reader, IMentionStore store, TimeProvider clock, ILogger<MentionCollector> logger)
{
    private const int WorthSharingOut = 256; // below, a second core costs more than it brings
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1); // a source that asks for a year is asked again tomorrow

    /// <summary>Collects each source that is not paused, one after the other; a report each, in the same order.</summary>
    public async Task<IReadOnlyList<CollectionReport>> CollectAllAsync(IEnumerable<IMentionSource> sources, CancellationToken cancellationToken)
    {
        var reports = new List<CollectionReport>();
        foreach (var source in sources)
        {
            if (!await IsPausedAsync(source, cancellationToken))
                reports.Add(await CollectAsync(source, progress: null, cancellationToken));
        }
        return reports;
    }

    /// <summary>True while somebody has paused the source; it is then collected only when it is asked for by name.</summary>
    public async Task<bool> IsPausedAsync(IMentionSource source, CancellationToken cancellationToken) =>
        await store.SourceStateAsync(source.Name, cancellationToken) is { PausedAt: not null };

    /// <summary>Collects what is new since the kept cursor.</summary>
    /// <param name="source">What to collect.</param>
    /// <param name="progress">Told after each page how many mentions were stored so far; null when nobody looks.</param>
    /// <param name="cancellationToken">Ends it between two pages; what was stored stays.</param>
    public async Task<CollectionReport> CollectAsync(IMentionSource source, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var known = await store.SourceStateAsync(source.Name, cancellationToken);
        if (known?.Health?.NotBefore is { } patience && patience > clock.GetUtcNow())
            return await ReportAsync(source, new Tally(clock.GetUtcNow()), SourceWait(patience), cancellationToken);
        return await RunAsync(new(source, progress, KeepsCursor: true), source.CollectAsync(known?.Cursor, cancellationToken), cancellationToken);
    }

    /// <summary>Collects what was said since an instant and leaves the kept cursor as it is; for filling a gap by hand.</summary>
    /// <param name="source">What to collect.</param>
    /// <param name="since">Inclusive; older mentions are passed over.</param>
    /// <param name="progress">As above.</param>
    /// <param name="cancellationToken">As above.</param>
    public Task<CollectionReport> CollectSinceAsync(IMentionSource source, DateTimeOffset since, IProgress<int>? progress, CancellationToken cancellationToken) =>
        RunAsync(new(source, progress, KeepsCursor: false, since), source.SinceAsync(since, cancellationToken), cancellationToken);

    /// <summary>Reads everything that a source has, from its start, and leaves the kept cursor as it is; for importing a file by hand.</summary>
    /// <inheritdoc cref="CollectAsync" path="/param" />
    public Task<CollectionReport> ImportAsync(IMentionSource source, IProgress<int>? progress, CancellationToken cancellationToken) =>
        RunAsync(new(source, progress, KeepsCursor: false), source.CollectAsync(cursor: null, cancellationToken), cancellationToken);

    /// <summary>Stores what a source was sent, rather than asked for, under the same rules and without a run of its own.</summary>
    /// <param name="source">Whose it is.</param>
    /// <param name="page">What came; its cursor is not kept.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    public Task TakeAsync(IMentionSource source, MentionPage page, CancellationToken cancellationToken) =>
        StoreAsync(new(source, Progress: null, KeepsCursor: false), page, new(clock.GetUtcNow()), cancellationToken);

    private async Task<CollectionReport> RunAsync(Order order, IAsyncEnumerable<MentionPage> pages, CancellationToken cancellationToken)
    {
        var tally = new Tally(clock.GetUtcNow());
        var failure = await StoreAllAsync(order, pages, tally, cancellationToken);
        await store.NoteHealthAsync(order.Source.Name, HealthAfter(order.Source.Health, failure), cancellationToken);
        return await ReportAsync(order.Source, tally, failure, cancellationToken);
    }

    private async Task<CollectionReport> ReportAsync(IMentionSource source, Tally tally, SourceException? failure, CancellationToken cancellationToken)
    {
        var report = tally.Report(source.Name, clock.GetUtcNow(), failure);
        await store.RecordRunAsync(report.Run, cancellationToken);
        if (failure is null)
            LogCollected(report.Run.Source, report.Run.Added, report.Run.Refreshed, report.Run.Skipped);
        else
            LogFailed(report.Run.Source, failure.InnerException?.GetType().Name ?? nameof(SourceException));
        return report;
    }

    // What the source asked for outlives a restart: it is kept, and the next run keeps to it.
    private SourceHealth? HealthAfter(SourceHealth? told, SourceException? failure) => failure?.RetryAfter is { } patience
        ? (told ?? new(null, null, null, IsResting: false)) with { NotBefore = clock.GetUtcNow() + (patience < LongestPatience ? patience : LongestPatience) }
        : told;

    private static SourceException SourceWait(DateTimeOffset until) =>
        new($"It asked not to be called before {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC. It is collected again after that.");

    // Only the source's own faults are caught: a store that fails is no fault of the source, and goes up.
    private async Task<SourceException?> StoreAllAsync(Order order, IAsyncEnumerable<MentionPage> all, Tally tally, CancellationToken cancellationToken)
    {
        await using var pages = all.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await NextAsync(pages, cancellationToken))
                    return null;
            }
            catch (SourceException failure)
            {
                return failure;
            }
            await StoreAsync(order, pages.Current, tally, cancellationToken);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<MentionPage> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (Exception error) when (error is not SourceException && !cancellationToken.IsCancellationRequested)
        {
            // A fault inside one connector must not reach the others; its message may quote customers, so it is not passed on.
            throw new SourceException($"Reading stopped at an unexpected fault ({error.GetType().Name}). Try again; if it stays, report it.", error);
        }
    }

    private async Task StoreAsync(Order order, MentionPage page, Tally tally, CancellationToken cancellationToken)
    {
        var read = Read(order.Since is { } since ? [.. page.Mentions.Where(mention => mention.SaidAt >= since)] : page.Mentions);
        IReadOnlyList<string> gone = page.Gone;
        if (order.Source.RequiresBrand)
        {
            // What named the brand before it was edited leaves too.
            gone = [.. gone, .. read.Where(mention => !mention.Insight.NamesBrand).Select(mention => mention.Mention.Id.ExternalId)];
            read = [.. read.Where(mention => mention.Insight.NamesBrand)];
        }
        var saved = await store.SaveAsync(order.Source.Name, new(read, order.KeepsCursor ? page.Cursor : null) { Gone = gone }, cancellationToken);
        tally.Add(saved, page.Skipped);
        order.Progress?.Report(tally.Stored);
    }

    private ReadMention[] Read(IReadOnlyList<Mention> mentions)
    {
        var read = new ReadMention[mentions.Count];
        if (mentions.Count < WorthSharingOut)
            for (var i = 0; i < read.Length; i++)
                ReadOne(i);
        else
            Parallel.For(0, read.Length, ReadOne);
        return read;

        void ReadOne(int i) => read[i] = new(mentions[i], reader.Read(mentions[i]));
    }

    [LoggerMessage(LogLevel.Information, "Source {Source}: {Added} new, {Refreshed} refreshed, {Skipped} skipped")]
    private partial void LogCollected(string source, int added, int refreshed, int skipped);

    [LoggerMessage(LogLevel.Warning, "Source {Source} could not be read ({Fault}); the digest says so")]
    private partial void LogFailed(string source, string fault);

    private sealed record Order(IMentionSource Source, IProgress<int>? Progress, bool KeepsCursor, DateTimeOffset? Since = null);

    private sealed class Tally(DateTimeOffset startedAt)
    {
        private readonly List<SkippedItem> _skipped = [];
        private int _added;
        private int _refreshed;
        private int _skippedCount;

        public int Stored => _added + _refreshed;

        public void Add(SavedPage saved, IReadOnlyList<SkippedItem> skipped)
        {
            _added += saved.Added;
            _refreshed += saved.Refreshed;
            _skippedCount += skipped.Count;
            _skipped.AddRange(skipped.Take(CollectionReport.MostSkippedTold - _skipped.Count));
        }

        public CollectionReport Report(string source, DateTimeOffset endedAt, SourceException? failure) =>
            new(new(source, startedAt, endedAt, _added, _refreshed, _skippedCount, failure?.Message), _skipped);
    }
}
