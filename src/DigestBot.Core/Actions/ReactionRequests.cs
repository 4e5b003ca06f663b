using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions;

/// <summary>A reaction was given or taken away, as a platform tells it.</summary>
/// <param name="By">Who.</param>
/// <param name="User">The platform's own id of the person; the same whatever the settings say of them.</param>
/// <param name="Emoji">Unicode or a name.</param>
/// <param name="IsTakenAway">Taken away, which undoes what it did.</param>
/// <param name="Message">The message.</param>
/// <param name="Stamp">When the platform says that it happened; ordinal order is the order of time.</param>
public sealed record ReactionEvent(Person By, string User, string Emoji, bool IsTakenAway, PostedMessage Message, string Stamp);

/// <summary>
/// What a reaction's event asks for, whatever the order and however often events come: only what is newer than all that is known
/// of the same person's same emoji on the same message counts.
/// </summary>
public sealed class ReactionRequests(MessageRequests requests, IReactions reactions)
{
    /// <summary>Reads an event.</summary>
    public async Task<InboxWork> ReadAsync(ReactionEvent happened, CancellationToken cancellationToken)
    {
        var asked = await MeaningAsync(happened, happened.Emoji, cancellationToken);
        if (asked is null)
            return new InboxWork.Nothing();
        var emoji = EmojiNames.Canonical(happened.Emoji);
        var hers = (await reactions.OnMessageAsync(happened.Message, cancellationToken)).Where(known => known.Person == happened.User).ToList();
        var before = hers.Find(known => known.Emoji == emoji);
        if (string.CompareOrdinal(before?.Stamp, happened.Stamp) >= 0)
            return new InboxWork.Nothing();
        var now = new KnownReaction(
            happened.Message, happened.User, emoji, happened.IsTakenAway ? ReactionState.Gone : ReactionState.Given, happened.Stamp);
        var isStillSaid = happened.IsTakenAway
            ? before?.State != ReactionState.Given || await IsSaidOtherwiseAsync(happened, asked, hers.Where(known => known.Emoji != emoji), cancellationToken)
            : before?.State == ReactionState.Given;
        return isStillSaid ? Noted(now) : new InboxWork.Asked(asked with { Reaction = now });
    }

    // Two emoji may mean the same (hands and hearts both thank): the effect goes when the last of them is taken away.
    private async Task<bool> IsSaidOtherwiseAsync(
        ReactionEvent happened, ActionRequest undo, IEnumerable<KnownReaction> others, CancellationToken cancellationToken)
    {
        foreach (var other in others.Where(other => other.State == ReactionState.Given))
        {
            if ((await MeaningAsync(happened, other.Emoji, cancellationToken))?.Arguments == undo.Arguments)
                return true;
        }
        return false;
    }

    private Task<ActionRequest?> MeaningAsync(ReactionEvent happened, string emoji, CancellationToken cancellationToken) =>
        requests.ReactionAsync(happened.By, emoji, happened.IsTakenAway, happened.Message, cancellationToken);

    // Nothing changes for anybody, but later events must find it.
    private static InboxWork.Effect Noted(KnownReaction now) => new((services, _) =>
    {
        services.GetRequiredService<IReactions>().Save(now);
        return Task.CompletedTask;
    });
}
