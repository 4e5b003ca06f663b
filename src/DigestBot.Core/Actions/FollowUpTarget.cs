using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Finds the follow-up that somebody means, and whether they may change it.</summary>
internal static class FollowUpTarget
{
    /// <summary>
    /// By its number; in a thread the one of its touch point; without either the person's only open one. Either it, or the
    /// refusal with the next step.
    /// </summary>
    /// <param name="context">The run.</param>
    /// <param name="orClosed">A closed one may be meant: to reopen it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<(FollowUp? FollowUp, ActionReply? Why)> FindFollowUpAsync(
        this ActionContext context, bool orClosed, CancellationToken cancellationToken)
    {
        var isClear = context.Request.TouchPointId is not null;
        if (context.Arguments.TryTakeNumber(out var number, onlyMarked: isClear && context.Request.Through is Through.Reply or Through.Reaction))
            return await AllowedAsync(context, await context.FollowUpAsync(number, cancellationToken), number, cancellationToken);
        if (isClear)
            return await OfThePointAsync(context, orClosed, cancellationToken);
        var open = (await context.Stores.FollowUps.OpenOfAsync(context.By.Id, cancellationToken))
            .Where(followUp => followUp.Edition.Digest == context.Digest.Name).ToList();
        if (open is not [var only])
            return (null, Which(open));
        context.Subject = $"follow-up {only.Number}";
        return (only, null);
    }

    private static async Task<(FollowUp?, ActionReply?)> OfThePointAsync(ActionContext context, bool orClosed, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return (null, Refuse.NoSuchPoint(context));
        var followUp = await context.OpenFollowUpAsync(at.Point, cancellationToken);
        if (followUp is null && orClosed)
            followUp = (await context.Stores.FollowUps.OfEditionAsync(at.Edition.Key, cancellationToken))
                .LastOrDefault(closed => closed.StoryKey == at.Point.StoryKey && closed.State != FollowUpState.Withdrawn);
        return followUp is null
            ? (null, Refuse.With(Refusal.NotFound, $"Nobody has number {at.Point.Rank}, so there is no follow-up. Say 'claim {at.Point.Rank}' to own it."))
            : await AllowedAsync(context, followUp, followUp.Number, cancellationToken);
    }

    private static async Task<(FollowUp?, ActionReply?)> AllowedAsync(
        ActionContext context, FollowUp? followUp, int number, CancellationToken cancellationToken)
    {
        if (followUp is null)
            return (null, Refuse.NoSuchFollowUp(number));
        return context.By.MayChange(followUp)
            ? (followUp, null)
            : (null, Refuse.NotYours(followUp, await context.NameAsync(followUp.Owner, cancellationToken)));
    }

    private static ActionReply Which(List<FollowUp> open) => open.Count == 0
        ? Refuse.With(Refusal.NotFound, "You owe nothing at the moment. 'digest' shows what there is to own.")
        : Refuse.With(Refusal.NotUnderstood, $"Which one? You have {string.Join(", ", open.Take(10).Select(followUp => followUp.Number))}; 'mine' shows them.");
}
