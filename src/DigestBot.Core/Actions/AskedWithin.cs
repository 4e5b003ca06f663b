namespace DigestBot.Core.Actions;

/// <summary>A verb that only shows, asked for within another one ("tell wins", "more 5 search refund").</summary>
internal static class AskedWithin
{
    /// <summary>Takes the verb off the arguments and answers it; refuses what would change anything.</summary>
    /// <param name="context">The run; its arguments go on with the verb.</param>
    /// <param name="registry">Every verb.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<ActionReply> ShownAsync(this ActionContext context, ActionRegistry registry, CancellationToken cancellationToken)
    {
        context.Arguments.TryTake("show");
        var verb = context.Arguments.TakeWord();
        if (registry.Find(verb, "") is not { Action: var action })
            return Refuse.UnknownVerb(verb, registry.NearestTo(verb));
        if (!action.Description.OnlyShows)
            return Refuse.With(Refusal.NotUnderstood, $"'{action.Description.Verb}' does something; only what shows something can stand here.");
        return await context.RefusalAsync(action.Description, cancellationToken) ?? await action.RunAsync(context, cancellationToken);
    }
}
