using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Rss;

/// <summary>An RSS or Atom feed over HTTP. Feeds show their newest items only, so each run reads all of them; the store knows them again.</summary>
/// <param name="options">Name, address and whether the brand must be named.</param>
/// <param name="outgoing">The way out.</param>
/// <param name="clock">For pauses and time-outs.</param>
internal sealed class RssSource(SourceOptions options, OutgoingHttp outgoing, TimeProvider clock) : IMentionSource, IDisposable
{
    private readonly FeedClient _client = new(outgoing, clock);

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => options.RequireBrand;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = FeedCursor.Parse(cursor);
        var reply = await _client.GetAsync(options.Address!, known, cancellationToken);
        if (reply.Status == 304)
            yield break;
        if (reply.Status != 200)
            throw Failure(reply);
        if (reply.Validators.Print != known.Print)
            yield return Page(reply);
    }

    private MentionPage Page(FeedReply reply)
    {
        var mentions = new List<Mention>();
        var skipped = new List<SkippedItem>();
        foreach (var (number, item) in FeedDocument.Items(reply.Body, options.Address!.Host).Index())
        {
            if (FeedItem.Read(item, Name, out var fault) is { } mention)
                mentions.Add(mention);
            else
                skipped.Add(new(number + 1, fault!));
        }
        mentions.Reverse(); // feeds have the newest first, pages the oldest
        return new(mentions, reply.Validators.ToString(), skipped);
    }

    private SourceException Failure(FeedReply reply)
    {
        var host = options.Address!.Host;
        var message = reply.Status switch
        {
            401 or 403 => $"{host} does not let us read the feed ({reply.Status}). Ask its owner, or use an address that is open.",
            404 or 410 => $"There is no feed at this address of {host} any more ({reply.Status}). Look up its new address.",
            429 => $"{host} asks to be called less often (429). Raise Every of source {Name}.",
            >= 500 => $"{host} has a fault of its own ({reply.Status}). It is tried again at the next run.",
            _ => $"{host} answers with status {reply.Status}, not with a feed. Check the address.",
        };
        return new(message) { RetryAfter = reply.RetryAfter };
    }
}
