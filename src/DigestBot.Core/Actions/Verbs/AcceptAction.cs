using DigestBot.Core.Mentions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Lets a nominated mention count.</summary>
internal sealed class AcceptAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("accept", "Let a nominated mention count.", "accept 1f0c83a97be2d456", ActionTarget.None, WhoMay.Curator) { Button = "Let it count", IsForButtons = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var id = new MentionId(Nominations.Source, context.Arguments.TakeWord());
        if (await context.Stores.Mentions.FindAsync([id], cancellationToken) is not [var nominated])
            return Refuse.With(Refusal.NotFound, "There is no such nomination. Use the button below it, or the id that it shows.");
        context.Subject = id.ToString();
        if (nominated.Counts)
            return Refuse.With(Refusal.AlreadySo, "It counts already.");
        await context.Stores.Mentions.SaveAsync(Nominations.Source, [context.Stores.Reader.Accepted(nominated.Mention)], null, cancellationToken);
        return new ActionReply.Done($"{context.By.Name} let a nomination count. It is in the next draft's count.") { ForEveryone = true };
    }
}
