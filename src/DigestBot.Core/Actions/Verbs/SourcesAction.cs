namespace DigestBot.Core.Actions.Verbs;

/// <summary>Health of each source, and how what it brings is read where that was taught.</summary>
internal sealed class SourcesAction : IDigestAction
{
    public ActionDescription Description { get; } = new("sources", "Show how well each source can be heard.", "sources") { Aliases = ["health"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var sources = await context.Stores.Mentions.SourceStatesAsync(cancellationToken);
        if (sources.Count == 0)
            return new ActionReply.Done("No source was read yet. 'digestbot collect' reads them now.") { Content = new SourcesReply(sources) };
        var taught = (await context.Stores.OwnModels.AllAsync(cancellationToken)).Where(model => model.IsUsed).Select(model => model.Sentence);
        return new ActionReply.Done(string.Join(' ', taught.Prepend("This is what I listen to."))) { Content = new SourcesReply(sources) };
    }
}
