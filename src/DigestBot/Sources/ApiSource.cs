using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources;

/// <summary>
/// What connectors to vendors' APIs have in common: a bounded first run, a cursor that survives a kill between any two pages,
/// what was edited, liked and taken away during a week, pages that never end, items that make no sense. A connector says how one
/// page is asked for and what an item means (README.md beside this file).
/// </summary>
internal abstract class ApiSource : IMentionSource, IDisposable
{
    private const int MostPages = 500; // a run; more go on at the next one

    private readonly SourceOptions _options;
    private readonly SourceParts _parts;

    /// <summary>A source of a vendor.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="access">Which vendor, as whom.</param>
    /// <param name="parts">What it works with.</param>
    protected ApiSource(SourceOptions options, ApiAccess access, SourceParts parts)
    {
        (_options, _parts) = (options, parts);
        Client = parts.Client(access);
        Vendor = access.Vendor;
    }

    /// <inheritdoc />
    public string Name => _options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => _options.RequireBrand;

    /// <inheritdoc />
    public virtual SourceHealth? Health => Client.Health;

    /// <summary>Asks the vendor.</summary>
    protected ApiClient Client { get; }

    /// <summary>The vendor's name, for sentences.</summary>
    protected string Vendor { get; }

    /// <summary>In which order pages come. Default the newest first.</summary>
    protected virtual ApiOrder Order => ApiOrder.NewestFirst;

    /// <summary>How late something may show up at the vendor, or be indexed. Default 10 minutes.</summary>
    protected virtual TimeSpan Overlap => TimeSpan.FromMinutes(10);

    /// <summary>How often what was said during the last week is read again. Default every 6 hours; longer where requests are dear.</summary>
    protected virtual TimeSpan RefreshEvery => TimeSpan.FromHours(6);

    /// <summary>How many ids <see cref="AskAgainAsync"/> takes at once; 0 (the default) when the vendor cannot be asked by id: the last week is then read again.</summary>
    protected virtual int AsksAgainAtOnce => 0;

    /// <summary>Reading everything since an instant really gives everything (no search, no ranking): what is not there any more was taken away. Default false.</summary>
    protected virtual bool ListsEverything => false;

    /// <summary>Reads one page.</summary>
    /// <param name="since">Nothing older is needed; vendors that can be told are told.</param>
    /// <param name="page">What <see cref="ApiPage.Next"/> said, word for word, perhaps by an earlier run; null for the first page.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SourceException">It cannot be had.</exception>
    protected abstract Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken);

    /// <summary>Asks after what is known by id; what is not in the answer was taken away.</summary>
    /// <param name="ids">At most <see cref="AsksAgainAtOnce"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected virtual Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Override it together with AsksAgainAtOnce.");

    /// <summary>Makes a page of items. One that cannot be read is skipped with its place; the others are good.</summary>
    /// <param name="items">As the vendor gave them; null is an empty list.</param>
    /// <param name="shape">Generated description of an item.</param>
    /// <param name="meaning">What an item says; null passes it over silently (it is no mention).</param>
    /// <param name="next">As <see cref="ApiPage.Next"/>.</param>
    protected ApiPage Page<T>(IReadOnlyList<JsonElement>? items, JsonTypeInfo<T> shape, Func<T, SaidItem?> meaning, string? next)
        where T : class =>
        ItemPages.Read(items ?? [], shape, meaning, Name, _parts.Clock.GetUtcNow()) with { Next = string.IsNullOrEmpty(next) ? null : next };

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new SweepPlan(TimeSpan.FromDays(_options.BackfillDays), RereadsWeek: AsksAgainAtOnce == 0, RefreshEvery);
        var kept = ApiCursor.Parse(cursor);
        await foreach (var page in SweepAsync(Sweep.Begin(kept, plan, Now), cancellationToken))
        {
            kept = ApiCursor.Parse(page.Cursor);
            yield return page;
        }
        if (AsksAgainAtOnce == 0 || kept is null || Now - kept.Refreshed < RefreshEvery)
            yield break;
        await foreach (var page in AskAfterKnownAsync(kept with { Refreshed = Now }, cancellationToken))
            yield return page;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<MentionPage> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        SweepAsync(Sweep.Since(since, Now), cancellationToken);

    /// <inheritdoc />
    public virtual void Dispose() => Client.Dispose();

    private DateTimeOffset Now => _parts.Clock.GetUtcNow();

    private async IAsyncEnumerable<MentionPage> SweepAsync(Sweep sweep, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var pages = 0; pages < MostPages; pages++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (sweep, var page) = await ReadAsync(sweep, isFirst: pages == 0, cancellationToken);
            sweep.Pass(page, Order);
            var cursor = sweep.Cursor(Now, Overlap).ToString();
            yield return new(Wanted(page, sweep), cursor, page.Skipped) { Gone = [.. page.Gone, .. await AbsentAsync(sweep, cancellationToken)] };
            if (sweep.IsDone)
                yield break;
            if (sweep.IsEndless)
                throw new SourceException($"{Vendor} leads from page to page without an end. It is tried again at the next run; if it stays, check the settings of this source.");
        }
        throw new SourceException($"{Vendor} has more than one run reads ({MostPages} pages). It goes on from there at the next run.");
    }

    // The mark of a page that an earlier run kept may not be known any more: then the sweep begins again, and the store knows what comes twice.
    private async Task<(Sweep Sweep, ApiPage Page)> ReadAsync(Sweep sweep, bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            return (sweep, await ReadPageAsync(sweep.From, sweep.Page, cancellationToken));
        }
        catch (SourceException error) when (isFirst && sweep.Page is not null && ApiFault.Of(error)?.Status is 400 or 404 or 410 or 422)
        {
            sweep = sweep.Restart();
            return (sweep, await ReadPageAsync(sweep.From, page: null, cancellationToken));
        }
    }

    private IReadOnlyList<Mention> Wanted(ApiPage page, Sweep sweep) => Order == ApiOrder.NewestFirst
        ? [.. page.Mentions.Where(mention => mention.SaidAt >= sweep.From).Reverse()]
        : page.Mentions;

    // A list that comes back empty is more likely a fault of the vendor's than a week in which everybody took everything back.
    private async Task<IEnumerable<string>> AbsentAsync(Sweep sweep, CancellationToken cancellationToken)
    {
        if (!ListsEverything || sweep is not { IsDone: true, IsAgain: true, IsWhole: true, Seen.Count: > 0 } || _parts.Mentions is null)
            return [];
        var known = await _parts.Mentions.IdsSinceAsync(Name, sweep.From, cancellationToken);
        return known.Where(id => !sweep.Seen.Contains(id));
    }

    private async IAsyncEnumerable<MentionPage> AskAfterKnownAsync(ApiCursor done, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = _parts.Mentions is null ? [] : await _parts.Mentions.IdsSinceAsync(Name, Now - SweepPlan.Week, cancellationToken);
        foreach (var ids in known.Chunk(AsksAgainAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await AskAgainAsync(ids, cancellationToken);
            var there = page.Mentions.Select(mention => mention.Id.ExternalId).ToHashSet(StringComparer.Ordinal);
            // What could not be read is still there: without knowing which one it was, nothing of this page is taken for gone.
            var gone = page.Skipped.Count > 0 ? page.Gone : [.. page.Gone, .. ids.Where(id => !there.Contains(id))];
            yield return new(page.Mentions, Cursor: null, page.Skipped) { Gone = gone };
        }
        yield return new([], done.ToString(), []);
    }
}
