namespace DigestBot.Core.Actions.Verbs;

/// <summary>"Not useful": the ranking learns from it.</summary>
internal sealed class NotUsefulAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("not-useful", "Say that a touch point is not worth your time; the ranking learns from it.", "not-useful 9 old news", ActionTarget.TouchPoint, WhoMay.Executive)
        {
            Aliases = ["notuseful", "boring"],
            Button = "Not useful",
            Reactions = [new("🚫"), new("👎"), new("⛔")],
        };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        context.TeachAsync(-0.5, at => $"Noted: {at.Named()}, was not useful to you. Stories like it will rank lower.", cancellationToken);

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.ForgetAsync(cancellationToken);
}
