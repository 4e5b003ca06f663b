using DigestBot.Core.Understanding.OwnModels;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Health of each source, and how what it brings is read where that was taught.</summary>
internal sealed class SourcesAction(IOwnModels models) : IDigestAction
{
    public ActionDescription Description { get; } = new("sources", "Show how well each source can be heard.", "sources") { Aliases = ["health"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var sources = await context.Stores.Mentions.SourceStatesAsync(cancellationToken);
        var taught = await models.AllAsync(cancellationToken);
        return new ActionReply.Done(sources.Count == 0 ? "No source was read yet. 'digestbot collect' reads them now." : string.Join(' ', ["This is what I listen to.", .. taught.Where(model => model.IsUsed).Select(model => model.Sentence)]))
        {
            Content = new SourcesReply(sources),
        };
    }
}
