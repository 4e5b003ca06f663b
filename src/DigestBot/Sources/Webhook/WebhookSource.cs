using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms;
using DigestBot.Storage;

namespace DigestBot.Sources.Webhook;

/// <summary>
/// What others send. A delivery is kept in the inbox before it is acknowledged and stored by the inbox's worker as it comes;
/// collecting stores what still waits there.
/// </summary>
internal sealed class WebhookSource(WebhookOptions options, SourceParts parts) : IMentionSource, IDisposable
{
    private const int MostWaiting = 1_000;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<WebhookOptions>("Webhook", "what other programs send, signed, to /ingest/NAME", (options, parts) => new WebhookSource(options, parts));

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => options.RequireBrand;

    /// <summary>Whose deliveries are believed.</summary>
    public BodySignature Signature { get; } = WebhookWire.Signature([options.Secret, options.PreviousSecret], parts.Clock);

    /// <summary>How many it may send.</summary>
    public WebhookPace Pace { get; } = new(options.MostPerMinute, parts.Clock);

    /// <summary>Held while deliveries are stored, so that an older word never lands on a newer one.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <inheritdoc />
    public void Dispose() => Gate.Dispose();

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var (item, delivery) in Behind(cursor, await WaitingAsync(cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return delivery.ToPage(parts.Clock) with { Cursor = item.EventId };
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    // What the worker is done with is not there any more, so a cursor that is not found is before all of it.
    private static IEnumerable<(InboxItem Item, WebhookDelivery Delivery)> Behind(string? cursor, List<(InboxItem Item, WebhookDelivery Delivery)> waiting) =>
        waiting.Skip(waiting.FindIndex(one => one.Item.EventId == cursor) + 1);

    private async Task<List<(InboxItem Item, WebhookDelivery Delivery)>> WaitingAsync(CancellationToken cancellationToken)
    {
        if (parts.Scopes is null)
            return [];
        await using var scope = parts.Scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<StorageLocation>().File is { } file && !File.Exists(file))
            return []; // before the first start
        var pending = await scope.ServiceProvider.GetRequiredService<IInbox>().PendingAsync(MostWaiting, cancellationToken);
        return [.. from item in pending
                   where item.Platform == WebhookWire.Platform
                   let delivery = WebhookDelivery.Of(item.Payload)
                   where delivery?.Source == Name
                   select (item, delivery)];
    }
}
