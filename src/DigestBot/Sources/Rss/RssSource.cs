using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Rss;

/// <summary>
/// An RSS or Atom feed over HTTP, asked conditionally. Feeds show their newest items only, so each run reads all of them; the store
/// knows them again. (XML and no paging: it uses the client for APIs, and not their <see cref="ApiSource"/>.)
/// </summary>
/// <param name="options">Name, address and whether the brand must be named.</param>
/// <param name="parts">What it works with.</param>
internal sealed class RssSource(RssOptions options, SourceParts parts) : IMentionSource, IDisposable
{
    private readonly ApiClient _client = parts.Client(new(options.Address!.Host) { Explain = fault => Explain(options.Address!.Host, fault.Status) });

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<RssOptions>("Rss", "an RSS or Atom feed", (options, parts) => new RssSource(options, parts));

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => options.RequireBrand;

    /// <inheritdoc />
    public SourceHealth? Health => _client.Health;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = FeedCursor.Parse(cursor);
        var answer = await _client.AnswerAsync(options.Address!, at => Request(at, known), cancellationToken);
        if (answer.Status == 304)
            yield break;
        if (answer.Status != 200)
            throw _client.Failure(answer);
        var now = FeedCursor.Of(answer);
        if (now.Print != known.Print)
            yield return Page(answer.Body, now);
    }

    private static HttpRequestMessage Request(Uri address, FeedCursor known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8");
        if (known.ETag.Length > 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.LastModified.Length > 0)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        return request;
    }

    private MentionPage Page(byte[] body, FeedCursor cursor)
    {
        var mentions = new List<Mention>();
        var skipped = new List<SkippedItem>();
        foreach (var (number, item) in FeedDocument.Items(body, options.Address!.Host).Index())
        {
            if (FeedItem.Read(item, Name, out var fault) is { } mention)
                mentions.Add(mention);
            else
                skipped.Add(new(number + 1, fault!));
        }
        mentions.Reverse(); // feeds have the newest first, pages the oldest
        return new(mentions, cursor.ToString(), skipped);
    }

    private static string? Explain(string host, int status) => status switch
    {
        401 or 403 => $"{host} does not let us read the feed ({status}). Ask its owner, or use an address that is open.",
        404 or 410 => $"There is no feed at this address of {host} any more ({status}). Look up its new address.",
        _ => null,
    };
}
