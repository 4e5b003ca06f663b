namespace DigestBot.Core.Actions.Verbs;

/// <summary>Takes back what the person did, while nothing else has been built on it; what taking a reaction away means.</summary>
internal sealed class UndoAction(Lazy<ActionRegistry> registry) : IDigestAction
{
    public ActionDescription Description { get; } =
        new("undo", "Take back what you did, while nothing has been built on it.", "undo claim 3") { Aliases = ["take-back"], Button = "Undo", IsForGuests = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var verb = context.Arguments.TakeWord();
        if (verb.Length == 0)
            return Refuse.With(Refusal.NotUnderstood, "What shall I take back? Say it with its number, for example: undo claim 3");
        if (registry.Value.Find(verb, "")?.Action is not { } action)
            return Refuse.UnknownVerb(verb, registry.Value.NearestTo(verb));
        if (action is not IUndoableAction undoable)
            return Refuse.With(Refusal.NotUnderstood, $"'{action.Description.Verb}' cannot be taken back.");
        // Who may do it may take it back; otherwise anybody could empty the ranking's memory or somebody's desk.
        return await context.RefusalAsync(action.Description, cancellationToken) ?? await undoable.UndoAsync(context, cancellationToken);
    }
}
