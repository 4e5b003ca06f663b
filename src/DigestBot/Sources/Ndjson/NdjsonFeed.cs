using System.Runtime.CompilerServices;
using System.Text.Json;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>
/// Reads a feed of NDJSON items of any size in constant memory: one JSON object a line, UTF-8, with LF or CRLF.
/// A line that cannot be read is reported with its number and passed over; empty lines and a byte order mark do not matter.
/// </summary>
internal static class NdjsonFeed
{
    /// <summary>When something was said of which it is not known; only in lenient reading.</summary>
    public static readonly DateTimeOffset UnknownTime = DateTimeOffset.MinValue;

    /// <summary>The feed's items in order, in batches; the last one has no items when the feed is empty.</summary>
    /// <param name="stream">Read from where it stands, and left open.</param>
    /// <param name="options">What is needed of an item.</param>
    /// <param name="cancellationToken">Ends the reading between two reads of the stream.</param>
    public static async IAsyncEnumerable<FeedBatch> ReadAsync(
        Stream stream, NdjsonOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, options.Start);
        var parser = new ItemParser(options);
        var batch = new Batch(options.BatchSize);
        do
        {
            while (TryFill(batch, lines, parser))
                yield return batch.Take(lines.Position);
        }
        while (await lines.FillAsync(cancellationToken));
        yield return batch.Take(lines.Position);
    }

    /// <summary>
    /// A quick pass that looks at nothing but when things were said; null when no item says so.
    /// Faults behind the time of an item are not noticed here.
    /// </summary>
    /// <param name="stream">Read from where it stands, and left open.</param>
    /// <param name="cancellationToken">Ends the reading between two reads of the stream.</param>
    public static async Task<FeedSpan?> SpanAsync(Stream stream, CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, default);
        var span = default(FeedSpan);
        do
            span = Widen(span, lines);
        while (await lines.FillAsync(cancellationToken));
        return span.Items > 0 ? span : null;
    }

    // True when the batch is full; false when the buffer has no further line.
    private static bool TryFill(Batch batch, LineReader lines, ItemParser parser)
    {
        while (!batch.IsFull)
        {
            if (!lines.TryRead(out var line))
                return false;
            if (lines.IsTooLong)
                batch.Skip(lines.Line, "longer than 1 MB");
            else if (!line.Trim(" \t"u8).IsEmpty)
                batch.Add(parser.Parse(line, out var fault), lines.Line, fault);
        }
        return true;
    }

    private static FeedSpan Widen(FeedSpan span, LineReader lines)
    {
        while (lines.TryRead(out var line))
        {
            if (lines.IsTooLong || TimeOf(line) is not { } at)
                continue;
            span = span.Items == 0
                ? new(at, at, 1)
                : new(at < span.First ? at : span.First, at > span.Last ? at : span.Last, span.Items + 1);
        }
        return span;
    }

    private static DateTimeOffset? TimeOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? TimeIn(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset? TimeIn(ref Utf8JsonReader reader)
    {
        var fault = default(string);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("createdAt"u8))
                return ItemValues.Time(ref reader, ref fault)?.ToUniversalTime();
            reader.Skip();
        }
        return null;
    }

    private sealed class Batch(int size)
    {
        private List<Mention> _mentions = new(Math.Min(size, 2_000));
        private List<SkippedItem> _skipped = [];

        // A feed of nothing but bad lines must not pile them up either.
        public bool IsFull => _mentions.Count >= size || _skipped.Count >= size;

        public void Add(Mention? mention, long line, string? fault)
        {
            if (mention is null)
                Skip(line, fault!);
            else
                _mentions.Add(mention);
        }

        public void Skip(long line, string reason) => _skipped.Add(new(line, reason));

        public FeedBatch Take(FeedPosition position)
        {
            var taken = new FeedBatch(_mentions, _skipped, position);
            _mentions = new(_mentions.Count);
            _skipped = [];
            return taken;
        }
    }
}
