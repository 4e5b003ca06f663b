using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions;

/// <summary>
/// Runs actions: finds the verb, checks the role, lets it stage its changes, and commits them in one transaction with the audit
/// line, the message updates and the inbox mark. Safe for concurrent use; each run has a scope of its own.
/// </summary>
public sealed class ActionRunner(
    IServiceScopeFactory scopes, ActionRegistry registry, Digests digests, OutboxSignal outboxBell, TimeProvider clock)
{
    // Each lost race means that somebody else's action was committed, so so many in a row do not happen among people.
    private const int Attempts = 20;

    /// <summary>Does what was asked and answers; durable when the task ends. Refused actions leave an audit line too.</summary>
    /// <param name="request">Who asks for what.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    /// <exception cref="ConcurrentChangeException">Twenty others in a row changed the same record first.</exception>
    public async Task<ActionReply> RunAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        for (var left = Attempts; ; left--)
        {
            try
            {
                return await TryAsync(request, cancellationToken);
            }
            catch (ConcurrentChangeException) when (left > 1)
            {
                // Once more from fresh state, in a new scope: what was staged in the old one is gone with it.
            }
        }
    }

    private async Task<ActionReply> TryAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stores = scope.ServiceProvider.GetRequiredService<ActionStores>();
        var found = registry.Find(request.Verb, request.Arguments);
        var reply = Refuse.UnknownDigest(request.Digest);
        string? subject = null;
        if (digests.Named(request.Digest) is { } digest)
        {
            var context = new ActionContext(request, found?.Arguments ?? "", digest, stores, clock.GetUtcNow());
            reply = await AnswerAsync(found?.Action, context, cancellationToken);
            if (reply is ActionReply.Done)
                await MessageUpdates.StageAsync(context, cancellationToken);
            subject = context.Subject;
        }
        stores.Audit.Append(Line(request, found?.Action, subject, reply));
        await CommitAsync(stores, request, reply is ActionReply.Refused, cancellationToken);
        return reply;
    }

    private async Task<ActionReply> AnswerAsync(IDigestAction? action, ActionContext context, CancellationToken cancellationToken)
    {
        if (action is null)
            return Refuse.UnknownVerb(context.Request.Verb, registry.NearestTo(context.Request.Verb), context.Request.Arguments);
        return await context.RefusalAsync(action.Description, cancellationToken) ?? await action.RunAsync(context, cancellationToken);
    }

    private async Task CommitAsync(ActionStores stores, ActionRequest request, bool isRefused, CancellationToken cancellationToken)
    {
        if (request.Event is { } carried)
            stores.Inbox.StageDone(carried);
        if (request.Reaction is { } reaction)
            stores.Reactions.Save(isRefused && reaction.State == ReactionState.Given ? reaction with { State = ReactionState.Refused } : reaction);
        CrashPoints.Reached(CrashPoints.ActionNotCommitted);
        await stores.Unit.CommitAsync(cancellationToken);
        CrashPoints.Reached(CrashPoints.ActionCommitted);
        outboxBell.Ring();
    }

    private AuditLine Line(ActionRequest request, IDigestAction? action, string? subject, ActionReply reply) => new(
        clock.GetUtcNow(),
        request.By.Id,
        action?.Description.Verb ?? "unknown",
        subject,
        reply is ActionReply.Refused refused ? $"refused: {Refuse.Name(refused.Why)}" : "done",
        request.Through.ToString().ToLowerInvariant());
}
