namespace DigestBot.Core.Actions.Verbs;

/// <summary>What the bot can do, with one example each, as far as the person may.</summary>
internal sealed class HelpAction(Lazy<ActionRegistry> registry) : IDigestAction
{
    public ActionDescription Description { get; } =
        new("help", "Show what I can do, with an example each.", "help") { Aliases = ["?", "commands"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Peek is { Length: > 0 } verb)
            return About(verb);
        var allowed = new List<ActionDescription>();
        foreach (var action in registry.Value.All)
        {
            if (await context.Stores.People.AllowAsync(context.By, action.Description.Allowed, context.Digest, cancellationToken))
                allowed.Add(action.Description);
        }
        return new ActionReply.Done("This is what you can say. A number is the number in the last edition.") { Content = new HelpReply(allowed) };
    }

    private ActionReply About(string verb) => registry.Value.Find(verb, "") is { } found
        ? new ActionReply.Done($"{found.Action.Description.Verb}: {found.Action.Description.Summary}") { Content = new HelpReply([found.Action.Description]) }
        : Refuse.UnknownVerb(verb, registry.Value.NearestTo(verb));
}
