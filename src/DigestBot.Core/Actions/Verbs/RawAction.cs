namespace DigestBot.Core.Actions.Verbs;

/// <summary>"Ten raw minutes": real mentions of the week, drawn at random, unranked.</summary>
internal sealed class RawAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("raw", "Read five unranked messages of the week, drawn at random.", "raw") { Button = "Ten raw minutes", OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.EditionAsync(cancellationToken) is not { } edition)
            return Refuse.NoEdition();
        // The audit line of it is what a person's private tally of weeks is counted from.
        context.Subject = edition.Key.ToString();
        var mentions = await context.Stores.Mentions.FindAsync(edition.RawMinutes, cancellationToken);
        return new ActionReply.Done(mentions.Count == 0 ? "Nothing was said that week." : "As customers said it, unranked.")
        {
            Content = new MentionsReply([.. mentions.Select(ShownMention.Of)], mentions.Count),
        };
    }
}
