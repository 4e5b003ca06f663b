using System.Runtime.CompilerServices;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Sources;

/// <summary>
/// Reads items of the feed format (README.md of the project, "Try it on your own data") for connectors that get them another way
/// than as one file that grows. Beside what a feed holds, <c>{"id":"x","deleted":true}</c> takes an item away.
/// </summary>
/// <param name="source">Name given to every mention.</param>
/// <param name="clock">What lies more than a day ahead of it is refused.</param>
internal sealed class FeedItems(string source, TimeProvider clock)
{
    private const int PageSize = 2_000;

    private readonly ItemParser _parser = new(new() { Source = source });

    /// <summary>What one item says.</summary>
    /// <param name="item">A JSON object in UTF-8.</param>
    public FoundItem Read(ReadOnlySpan<byte> item)
    {
        if (item.IndexOf("\"deleted\""u8) >= 0 && Deletion(item) is { } deletion)
            return deletion;
        var mention = _parser.Parse(item, out var fault);
        return mention?.SaidAt > clock.GetUtcNow().AddDays(1)
            ? new(null, null, "createdAt lies in the future")
            : new(mention, null, fault);
    }

    /// <summary>A stream of items, one a line, of any size, page by page; the last page may be empty.</summary>
    /// <param name="stream">UTF-8, read from where it stands, and left open.</param>
    /// <param name="cancellationToken">Ends the reading between two reads of the stream.</param>
    public async IAsyncEnumerable<MentionPage> PagesAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, default);
        var page = new FeedPage();
        do
        {
            while (TryFill(page, lines))
                yield return page.Take();
        }
        while (await lines.FillAsync(cancellationToken));
        yield return page.Take();
    }

    private bool TryFill(FeedPage page, LineReader lines)
    {
        while (page.Count < PageSize)
        {
            if (!lines.TryRead(out var line))
                return false;
            if (lines.IsTooLong)
                page.Add(new(null, null, "longer than 1 MB"), lines.Line);
            else if (!line.Trim(" \t"u8).IsEmpty)
                page.Add(Read(line), lines.Line);
        }
        return true;
    }

    // Null leaves it to the parser: it is no deletion, or no JSON, which the parser says better.
    private static FoundItem? Deletion(ReadOnlySpan<byte> item)
    {
        try
        {
            var reader = new Utf8JsonReader(item);
            var parsed = JsonElement.ParseValue(ref reader);
            if (parsed.ValueKind != JsonValueKind.Object || !parsed.TryGetProperty("deleted", out var deleted))
                return null;
            return deleted.ValueKind switch
            {
                JsonValueKind.True => Gone(parsed),
                JsonValueKind.False or JsonValueKind.Null => null,
                _ => new(null, null, "deleted is not true or false"),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // half an emoji is the latter
        {
            return null;
        }
    }

    private static FoundItem Gone(JsonElement item)
    {
        var id = !item.TryGetProperty("id", out var found) ? null
            : found.ValueKind == JsonValueKind.Number ? found.GetRawText()
            : found.ValueKind == JsonValueKind.String ? CleanText.Of(found.GetString()!).Trim()
            : null;
        return id is { Length: > 0 and <= MentionLimits.LongestName }
            ? new(null, id, null)
            : new(null, null, $"no id; expected a text of at most {MentionLimits.LongestName} characters or a number");
    }
}

/// <summary>What one item says: exactly one of the three.</summary>
/// <param name="Mention">Somebody said something.</param>
/// <param name="Gone">Id of what was taken away.</param>
/// <param name="Fault">Why it cannot be read; quotes nothing of it.</param>
internal readonly record struct FoundItem(Mention? Mention, string? Gone, string? Fault);

/// <summary>Collects items to a page; of an id that comes twice the last word counts.</summary>
internal sealed class FeedPage
{
    private OrderedDictionary<string, Mention?> _items = new(StringComparer.Ordinal);
    private List<SkippedItem> _skipped = [];

    /// <summary>Items so far, bad ones too: a feed of nothing else must not pile them up.</summary>
    public int Count => _items.Count + _skipped.Count;

    /// <summary>Adds one.</summary>
    /// <param name="item">What it says.</param>
    /// <param name="place">Its line or number, from 1.</param>
    public void Add(FoundItem item, long place)
    {
        if (item.Fault is { } fault)
            _skipped.Add(new(place, fault));
        else
            _items[item.Gone ?? item.Mention!.Id.ExternalId] = item.Mention;
    }

    /// <summary>The page, without a cursor; the next one begins empty.</summary>
    public MentionPage Take()
    {
        var page = new MentionPage([.. _items.Values.OfType<Mention>()], Cursor: null, _skipped)
        {
            Gone = [.. _items.Where(item => item.Value is null).Select(item => item.Key)],
        };
        (_items, _skipped) = (new(StringComparer.Ordinal), []);
        return page;
    }
}
