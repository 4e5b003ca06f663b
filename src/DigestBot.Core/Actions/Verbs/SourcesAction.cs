namespace DigestBot.Core.Actions.Verbs;

/// <summary>Health of each source.</summary>
internal sealed class SourcesAction : IDigestAction
{
    public ActionDescription Description { get; } = new("sources", "Show how well each source can be heard.", "sources") { Aliases = ["health"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var sources = await context.Stores.Mentions.SourceStatesAsync(cancellationToken);
        return new ActionReply.Done(sources.Count == 0 ? "No source was read yet. 'digestbot collect' reads them now." : "This is what I listen to.")
        {
            Content = new SourcesReply(sources),
        };
    }
}
