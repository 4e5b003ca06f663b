using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Says what was wrong in a published touch point; it stands beside it on every audience.</summary>
internal sealed class CorrectAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("correct", "Say what was wrong in a published touch point, everywhere it stands.", "correct 6 It was Android 15, not 16", ActionTarget.TouchPoint, WhoMay.Curator)
        {
            Button = "Correct...",
        };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        context.AmendAsync(CurationVerb.Correct, at => $"{context.By.Name} corrected {at.Named()}.", cancellationToken);
}
