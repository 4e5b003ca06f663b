using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Sends the edition to the person only, as its audiences would see it.</summary>
internal sealed class RehearseAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("rehearse", "Send the next edition to you only.", "rehearse", ActionTarget.None, WhoMay.Curator) { Aliases = ["preview"], Button = "Send to me only" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.WeekOrDraftAsync(cancellationToken) is not { } edition)
            return CurationByHand.NoDraft(context);
        context.Subject = edition.Key.ToString();
        context.Stores.Publisher.Rehearse(edition, new Audience(context.By.Id, context.By.Platform, context.By.Channel));
        return new ActionReply.Done($"The edition of week {edition.Key.Week} is on its way to you only.");
    }
}
