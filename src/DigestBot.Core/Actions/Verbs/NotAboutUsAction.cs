namespace DigestBot.Core.Actions.Verbs;

/// <summary>A touch point is about something else of the same name.</summary>
internal sealed class NotAboutUsAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("not-about-us", "Say that a touch point is about something else.", "not-about-us 9", ActionTarget.TouchPoint) { Button = "Not about us" };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.TeachAsync(
        -1,
        at => $"Noted: {at.Named()}, is not about us. To keep such mentions out for good, add a word of it to Brand:Exclude in the settings.",
        cancellationToken);

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.ForgetAsync(cancellationToken);
}
