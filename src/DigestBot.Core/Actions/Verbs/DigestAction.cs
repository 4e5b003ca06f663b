namespace DigestBot.Core.Actions.Verbs;

/// <summary>The current edition, whole.</summary>
internal sealed class DigestAction : IDigestAction
{
    public ActionDescription Description { get; } = new("digest", "Show the current edition.", "digest") { Aliases = ["edition", "ten"], Button = "Open", OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.EditionAsync(cancellationToken) is not { } edition)
            return Refuse.NoEdition();
        context.Subject = edition.Key.ToString();
        return new ActionReply.Done($"The edition of week {edition.Key.Week}.")
        {
            Content = new EditionReply(await context.Stores.Cards.OfAsync(edition, cancellationToken)),
        };
    }
}
