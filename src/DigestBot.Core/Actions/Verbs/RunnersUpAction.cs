namespace DigestBot.Core.Actions.Verbs;

/// <summary>What just missed the ten.</summary>
internal sealed class RunnersUpAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("runners-up", "Show what just missed the ten: numbers 11 to 15.", "runners-up") { Aliases = ["just-missed"], Button = "Just missed", OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.EditionAsync(cancellationToken) is not { } edition)
            return Refuse.NoEdition();
        return new ActionReply.Done(edition.RunnersUp.Count == 0
            ? "Nothing missed the ten: there was no more to tell."
            : "These just missed. Say 'missed' and the number when one should have been in.")
        {
            Content = new TouchPointsReply(await context.Stores.Cards.OfAsync(edition, cancellationToken), edition.RunnersUp),
        };
    }
}
