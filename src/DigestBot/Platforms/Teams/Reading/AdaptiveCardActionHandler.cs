using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>
/// One-tap buttons of cards (Action.Execute). What the press changes stands on the messages for everyone; the one who pressed reads
/// what happened, or why nothing did.
/// </summary>
internal sealed class AdaptiveCardActionHandler(TeamsWork work) : IInvokeHandler
{
    private const string Later = "I am on it. What comes of it stands here in a moment, or I write to you.";

    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name == TeamsPresses.Invoke && TeamsCardData.Of(invoke.Value)?.Verb != TeamsViewers.RefreshVerb;

    /// <inheritdoc />
    public async Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken)
    {
        if (TeamsCardData.Of(invoke.Value) is null)
            return Malformed();
        if (await work.DoAsync(invoke, cancellationToken) is not { } reply)
            return InvokeResponse.Message(Later);
        return reply is ActionReply.Refused { Why: Refusal.NotAllowed or Refusal.Withheld }
            ? InvokeResponse.Refusal(StatusCodes.Status403Forbidden, "Forbidden", reply.Text)
            : InvokeResponse.Message(reply.Text);
    }

    // The one case in which the protocol wants a status of its own.
    private static InvokeResponse Malformed() =>
        InvokeResponse.Refusal(StatusCodes.Status400BadRequest, "BadRequest", "This button does not say what it is for.") with { Status = StatusCodes.Status400BadRequest };
}
