namespace DigestBot.Core.Actions.Verbs;

/// <summary>"This should have been in the ten", said of what just missed.</summary>
internal sealed class MissedAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("missed", "Say that one of numbers 11 to 15 should have been in the ten.", "missed 12", ActionTarget.TouchPoint)
        {
            Aliases = ["should-have-been-in"],
            Button = "Should have been in",
        };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        context.TeachAsync(1, at => $"Noted: {at.Named()}, should have been in the ten. Stories like it will rank higher.", cancellationToken);

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.ForgetAsync(cancellationToken);
}
