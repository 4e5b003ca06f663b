namespace DigestBot.Core.Actions.Verbs;

/// <summary>Mentions that have every word, newest first.</summary>
internal sealed class SearchAction : IDigestAction
{
    private const int Shown = 20;

    public ActionDescription Description { get; } =
        new("search", "Find mentions that have these words, newest first.", "search lost luggage") { Aliases = ["find"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.TakeRest() is not { } words)
            return Refuse.With(Refusal.NotUnderstood, "Search for what? For example: search lost luggage");
        var found = await context.Stores.Mentions.SearchAsync(words, Shown, cancellationToken);
        var mentions = found.Where(read => read.Counts).Select(ShownMention.Of).ToList();
        return new ActionReply.Done(mentions.Count == 0
            ? "No mention has all these words. Fewer words find more."
            : $"The newest mentions with '{Refuse.Short(words)}'.") { Content = mentions.Count == 0 ? null : new MentionsReply(mentions, null) };
    }
}
