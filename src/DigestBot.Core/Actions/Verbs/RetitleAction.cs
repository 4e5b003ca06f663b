using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Gives a touch point another headline.</summary>
internal sealed class RetitleAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("retitle", "Give a touch point another headline.", "retitle 3 Refunds late again", ActionTarget.TouchPoint, WhoMay.Curator) { Aliases = ["rename", "re-title"], Button = "Re-title..." };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.CurateAsync(
        CurationVerb.Retitle,
        (_, operation) => operation with { Text = context.Arguments.TakeRest() },
        at => $"{context.By.Name} gave {at.Named()}, another headline.",
        cancellationToken);
}
