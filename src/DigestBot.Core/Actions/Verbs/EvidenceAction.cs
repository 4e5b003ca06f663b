namespace DigestBot.Core.Actions.Verbs;

/// <summary>The mentions behind a touch point.</summary>
internal sealed class EvidenceAction : IDigestAction
{
    private const int Shown = 20;

    public ActionDescription Description { get; } =
        new("evidence", "Show the mentions behind a touch point.", "evidence 2", ActionTarget.TouchPoint) { Aliases = ["why", "proof"], Button = "Evidence", OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        if (at.Point.IsRetracted)
            return Refuse.Retracted(at.Point.Rank);
        var mentions = await context.Stores.Mentions.FindAsync([.. at.Point.MentionIds.Take(Shown)], cancellationToken);
        var said = at.Point.Reasons.Count == 0 ? "" : $" It is here because: {string.Join(", ", at.Point.Reasons)}.";
        return new ActionReply.Done($"Behind {at.Named()}.{said}")
        {
            Content = new MentionsReply([.. mentions.Select(ShownMention.Of)], at.Point.MentionIds.Count)
            {
                Comments = await context.Stores.CommentsOnAsync(at, cancellationToken),
            },
        };
    }
}
