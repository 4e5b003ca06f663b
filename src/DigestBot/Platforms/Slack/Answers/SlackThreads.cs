using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Finds the thread that a reaction was given in: Slack does not say it, but each edition has one thread a channel.</summary>
internal sealed class SlackThreads(IServiceScopeFactory scopes, Digests digests)
{
    /// <summary><c>ts</c> of the edition's first message in the channel; null when it stands in no message of an edition.</summary>
    public async Task<string?> OfAsync(SlackReplyTo to, CancellationToken cancellationToken)
    {
        if (to.Thread is not null || to.Channel is not { } channel || to.Request?.Edition is not { } edition)
            return to.Thread;
        var address = new SlackAddress(to.Workspace, channel).ToString();
        var audience = digests.Named(edition.Digest)?.Audiences.FirstOrDefault(audience => audience.Platform == SlackAddress.Platform && audience.Channel == address);
        return audience is null ? null : await FirstAsync(new(DeliveryPurpose.Edition, edition.Digest, edition.Week, audience.Name, EditionDeliveries.First), cancellationToken);
    }

    private async Task<string?> FirstAsync(DeliveryKey first, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IOutbox>().FindAsync(first, cancellationToken))?.Posted?.Id;
    }
}
