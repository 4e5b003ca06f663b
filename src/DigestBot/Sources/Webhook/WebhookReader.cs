using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Sources.Webhook;

/// <summary>Stores deliveries that wait in the inbox. Storing one twice changes nothing, so it comes before the mark "done".</summary>
internal sealed class WebhookReader(IEnumerable<IMentionSource> sources, MentionCollector collector, TimeProvider clock) : IInboxReader
{
    /// <inheritdoc />
    public string Platform => WebhookWire.Platform;

    /// <inheritdoc />
    public Task<InboxWork> ReadAsync(InboxItem item, CancellationToken cancellationToken)
    {
        var delivery = WebhookDelivery.Of(item.Payload);
        var source = sources.OfType<WebhookSource>().FirstOrDefault(source => source.Name == delivery?.Source);
        return Task.FromResult<InboxWork>(delivery is null || source is null // the source was taken out of the settings
            ? new InboxWork.NotUnderstood()
            : new InboxWork.Effect((_, stop) => StoreAsync(source, delivery, stop)));
    }

    private async Task StoreAsync(WebhookSource source, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        await source.Gate.WaitAsync(cancellationToken);
        try
        {
            await collector.TakeAsync(source, delivery.ToPage(clock), cancellationToken);
        }
        finally
        {
            source.Gate.Release();
        }
    }
}
