using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Publishes a draft as it is, ahead of its time or after it was missed.</summary>
internal sealed class PublishAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("publish", "Send the draft to its audiences now.", "publish 2026-W47", ActionTarget.None, WhoMay.Curator) { Button = "Publish now" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.WeekOrDraftAsync(cancellationToken) is not { } draft)
            return CurationByHand.NoDraft(context);
        context.Subject = draft.Key.ToString();
        if (!draft.IsBeforePublishing())
            return Refuse.With(Refusal.AlreadySo, $"The edition of week {draft.Key.Week} is {draft.State.ToString().ToLowerInvariant()} already.");
        var published = await context.Stores.Publisher.PublishAsync(context.Digest, draft, draft, cancellationToken);
        return new ActionReply.Done($"{context.By.Name} published week {published.Key.Week}.") { ForEveryone = true };
    }
}
