using System.Runtime.CompilerServices;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.OneShot;

/// <summary>
/// A digest of files, in memory and without any store: the feeds are streamed once (twice to find the week), understood on
/// all cores in the order of the feed, and kept only as far as the edition needs them.
/// </summary>
internal sealed class OneShotDigest(IMentionReader reader, EditionComposer composer, FeedReport report)
{
    private static readonly int BatchesAhead = Environment.ProcessorCount + 1;

    /// <summary>The edition, and the week's mentions it was made of.</summary>
    /// <exception cref="CommandException">Nothing can be read in any feed.</exception>
    /// <exception cref="SourceException">A feed cannot be opened.</exception>
    public async Task<(Edition Edition, IReadOnlyList<ReadMention> Mentions)> ComposeAsync(OneShotOrder order, CancellationToken stop)
    {
        var material = await MaterialAsync(order, order.Week ?? await LastCompleteWeekAsync(order, stop), report, stop);
        return (composer.Compose(material), material.Mentions);
    }

    /// <summary>What the editions of several weeks are made of, oldest first, the last one the order's; one week in memory at a time.</summary>
    /// <inheritdoc cref="ComposeAsync" path="/exception"/>
    public async IAsyncEnumerable<EditionMaterial> WeeksAsync(OneShotOrder order, int count, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = order.Week ?? await LastCompleteWeekAsync(order, stop);
        // What cannot be read is told once, not once a week.
        var silent = new FeedReport(TextWriter.Null, TimeProvider.System);
        for (var back = count - 1; back >= 0; back--)
            yield return await MaterialAsync(order, last.Plus(-back), back == 0 ? report : silent, stop);
    }

    private async Task<EditionMaterial> MaterialAsync(OneShotOrder order, DigestWeek week, FeedReport told, CancellationToken stop)
    {
        var weeks = new WeeksOnHand(order, week);
        foreach (var feed in order.Feeds)
            await ReadAsync(feed, weeks, told, stop);
        await told.EndAsync();
        return weeks.Material(stop);
    }

    private static async Task<DigestWeek> LastCompleteWeekAsync(OneShotOrder order, CancellationToken stop)
    {
        var span = default(Sources.Ndjson.FeedSpan?);
        foreach (var feed in order.Feeds)
            span = FeedSpans.Join(span, await FeedFile.SpanAsync(feed, stop));
        return span is { } data
            ? FeedSpans.LastCompleteWeek(data, order.Zone)
            : throw new CommandException("Nothing in the feeds can be read: no item says when it was said (createdAt).");
    }

    // Parsing goes on while earlier batches are understood on other cores; they are taken in in order, so that the same
    // feeds always make the same edition.
    private async Task ReadAsync(string feed, WeeksOnHand weeks, FeedReport told, CancellationToken stop)
    {
        var ahead = new Queue<Task<ReadMention[]>>();
        await foreach (var batch in FeedFile.ReadAsync(feed, stop))
        {
            stop.ThrowIfCancellationRequested();
            await told.CountAsync(feed, batch.Mentions.Count, batch.Skipped);
            ahead.Enqueue(Understand(batch.Mentions, weeks, stop));
            if (ahead.Count > BatchesAhead)
                await TakeAsync(ahead, weeks);
        }
        while (ahead.Count > 0)
            await TakeAsync(ahead, weeks);
    }

    private Task<ReadMention[]> Understand(IReadOnlyList<Mention> mentions, WeeksOnHand weeks, CancellationToken stop)
    {
        var needed = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            weeks.Hear(mention);
            if (weeks.Needs(mention))
                needed.Add(mention);
        }
        return needed.Count == 0
            ? Task.FromResult(Array.Empty<ReadMention>())
            : Task.Run(() => needed.ConvertAll(mention => new ReadMention(mention, reader.Read(mention))).ToArray(), stop);
    }

    private static async Task TakeAsync(Queue<Task<ReadMention[]>> ahead, WeeksOnHand weeks)
    {
        foreach (var read in await ahead.Dequeue())
            weeks.Add(read);
    }
}
