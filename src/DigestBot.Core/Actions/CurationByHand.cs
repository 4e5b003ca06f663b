using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions;

/// <summary>One act of a curator on one touch point, the same way for every curation verb.</summary>
internal static class CurationByHand
{
    /// <summary>Does it to the draft's touch point that the arguments begin with.</summary>
    /// <param name="context">The run.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="complete">Adds what else the operation needs, read from the rest of the arguments.</param>
    /// <param name="said">The answer.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<ActionReply> CurateAsync(
        this ActionContext context,
        CurationVerb verb,
        Func<Edition, CurationOperation, CurationOperation> complete,
        Func<PlacedPoint, string> said,
        CancellationToken cancellationToken)
    {
        if (await context.DraftPointAsync(cancellationToken) is not { } at)
            return await NoSuchDraftPointAsync(context, cancellationToken);
        var operation = complete(at.Edition, new CurationOperation(verb, at.Point.StoryKey, context.By.Id, context.Now));
        var change = at.Edition.Apply(operation);
        if (change.Edition is not { } curated)
            return Refused(change);
        context.Stores.Editions.Save(curated);
        context.ChangedDraft = curated;
        return new ActionReply.Done(said(at)) { ForEveryone = true };
    }

    /// <summary>Does it to the published touch point that the arguments begin with; every audience sees the change.</summary>
    public static async Task<ActionReply> AmendAsync(
        this ActionContext context, CurationVerb verb, Func<PlacedPoint, string> said, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        var operation = new CurationOperation(verb, at.Point.StoryKey, context.By.Id, context.Now) { Text = context.Arguments.TakeRest() };
        var change = at.Edition.Apply(operation);
        if (change.Edition is not { } amended)
            return Refused(change);
        context.Stores.Editions.Save(amended);
        context.Show(at with { Edition = amended });
        return new ActionReply.Done(said(at)) { ForEveryone = true };
    }

    /// <summary>Stages an edition's next state.</summary>
    public static ActionReply Enter(this ActionContext context, EditionChange change, string said)
    {
        if (change.Edition is not { } entered)
            return Refused(change);
        context.Subject = entered.Key.ToString();
        context.Stores.Editions.Save(entered);
        context.ChangedDraft = entered;
        return new ActionReply.Done(said) { ForEveryone = true };
    }

    /// <summary>There is no draft now.</summary>
    public static ActionReply NoDraft(ActionContext context) => Refuse.With(
        Refusal.NotFound,
        $"There is no draft now. The next one is composed on {context.Digest.DraftAt.Day} at {context.Digest.DraftAt.Time:HH:mm} ({context.Digest.Zone.Id}).");

    /// <summary>The story of the number that comes next, in the same edition; null when there is none.</summary>
    public static string? OtherStory(ActionContext context, Edition edition, string joint)
    {
        context.Arguments.TryTake(joint);
        return context.Arguments.TryTakeNumber(out var rank)
            ? edition.TouchPoints.Concat(edition.RunnersUp).FirstOrDefault(point => point.Rank == rank)?.StoryKey
            : null;
    }

    private static async Task<ActionReply> NoSuchDraftPointAsync(ActionContext context, CancellationToken cancellationToken) =>
        await context.DraftAsync(cancellationToken) is null
            ? NoDraft(context)
            : Refuse.With(Refusal.NotFound, "There is no such number in the draft. Numbers 1 to 10 are in it, 11 to 15 just missed.");

    private static ActionReply Refused(EditionChange change) => Refuse.With(
        change.Refusal switch
        {
            CurationRefusal.WrongState => Refusal.Closed,
            CurationRefusal.AlreadySo => Refusal.AlreadySo,
            CurationRefusal.UnknownStory or CurationRefusal.UnknownOther => Refusal.NotFound,
            _ => Refusal.NotUnderstood,
        },
        change.Message!);
}
