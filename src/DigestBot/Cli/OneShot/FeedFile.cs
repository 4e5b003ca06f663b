using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Sources.Csv;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli.OneShot;

/// <summary>A feed in a file: CSV when it is called so, otherwise NDJSON.</summary>
internal static class FeedFile
{
    /// <summary>Its items in batches.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<MentionPage> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (IsCsv(path))
        {
            await foreach (var page in Csv(path).CollectAsync(null, cancellationToken))
                yield return page;
            yield break;
        }
        await using var stream = SourceFiles.Open(path);
        await foreach (var batch in NdjsonFeed.ReadAsync(stream, new() { DefaultSource = NameOf(path) }, cancellationToken))
            yield return new(batch.Mentions, Cursor: null, batch.Skipped);
    }

    /// <summary>When its items were said; null when none says so.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static async Task<FeedSpan?> SpanAsync(string path, CancellationToken cancellationToken)
    {
        if (IsCsv(path))
            return await CsvSpanAsync(path, cancellationToken);
        await using var stream = SourceFiles.Open(path);
        return await NdjsonFeed.SpanAsync(stream, cancellationToken);
    }

    private static async Task<FeedSpan?> CsvSpanAsync(string path, CancellationToken cancellationToken)
    {
        var span = default(FeedSpan?);
        await foreach (var page in Csv(path).CollectAsync(null, cancellationToken))
        {
            foreach (var mention in page.Mentions)
                span = FeedSpans.Join(span, new FeedSpan(mention.SaidAt, mention.SaidAt, 1));
        }
        return span;
    }

    private static CsvFileSource Csv(string path) => new(new() { Name = NameOf(path), Path = path });

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static bool IsCsv(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
