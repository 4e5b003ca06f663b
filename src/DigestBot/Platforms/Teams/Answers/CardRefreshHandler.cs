using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>
/// Gives those who may press more than everybody the card of their own that their client asks for whenever they see the message. Only
/// reads; who they are and which message it is comes from the verified activity, what they may do from our own records, nothing from
/// what the client sends along.
/// </summary>
internal sealed class CardRefreshHandler(IServiceScopeFactory scopes, TeamsCircle circle, Digests digests, TeamsOptions options, TimeProvider clock) : IInvokeHandler
{
    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name == InvokeNames.CardAction && TeamsCardData.Of(invoke.Value)?.Verb == TeamsViewers.RefreshVerb;

    /// <inheritdoc />
    public async Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken)
    {
        var from = TeamsFrom.Of(invoke, options, clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<TeamsCallers>().WhoAsync(from, cancellationToken) is not { By: var viewer }
            || from.MessageThere is not { } message
            || await StandingAsync(scope.ServiceProvider, message, cancellationToken) is not var (content, digest))
        {
            return InvokeResponse.Refusal(StatusCodes.Status404NotFound, "NotFound", "This message is too old to be kept up to date.");
        }
        return InvokeResponse.Card(TeamsView.Of(content, await circle.OfAsync(content, viewer, digest, cancellationToken)));
    }

    private async Task<(MessageContent Content, Digest Digest)?> StandingAsync(IServiceProvider services, PostedMessage message, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IOutbox>().FindAsync(message, cancellationToken) is not { } delivery
            || digests.Named(delivery.Key.Digest) is not { } digest)
        {
            return null;
        }
        // It stands already, so nothing hangs on its thread.
        var told = await services.GetRequiredService<DeliveryRenderer>().RenderAsync(delivery with { ThreadOf = null }, cancellationToken);
        return told is null ? null : (told.Content, digest);
    }
}
