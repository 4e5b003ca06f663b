using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>A reaction of which no event came.</summary>
/// <param name="User">Slack's id of the person.</param>
/// <param name="Name">The emoji.</param>
/// <param name="IsTakenAway">It is gone, but we know it as given.</param>
/// <param name="Stamp">
/// Just after the newest that is known of it. When it really happened nobody can tell; so early, no event that is still on its way
/// is overruled by it.
/// </param>
internal sealed record SlackMissed(string User, string Name, bool IsTakenAway, string Stamp)
{
    /// <summary>What differs between what stands on a message and what is known of it.</summary>
    /// <param name="standing">As Slack says.</param>
    /// <param name="known">As we know.</param>
    /// <param name="workspace">The workspace, as in <see cref="SlackAddress.Workspace"/>.</param>
    /// <param name="bot">Slack's id of the bot, whose own reactions mean nothing.</param>
    public static IEnumerable<SlackMissed> Of(
        IReadOnlyList<SlackReaction> standing, IReadOnlyList<KnownReaction> known, string? workspace, string bot)
    {
        var before = known.ToDictionary(reaction => (SlackAddress.Parse(reaction.Person).Id, reaction.Emoji));
        var now = standing.SelectMany(reaction => (reaction.Users ?? []).Select(user => (User: user, Emoji: EmojiNames.Canonical(reaction.Name)))).ToHashSet();
        foreach (var (user, emoji) in now.Where(given => given.User != bot))
        {
            var last = before.GetValueOrDefault((user, emoji));
            if (last is null or { State: ReactionState.Gone })
                yield return new(user, emoji, IsTakenAway: false, SlackStamp.After(last?.Stamp ?? SlackStamp.Earliest));
        }
        // Where Slack names only some of the people, who is not named may still have given it.
        var partly = standing.Where(reaction => reaction.Users is null || reaction.Users.Count < reaction.Count).Select(reaction => EmojiNames.Canonical(reaction.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var last in known.Where(reaction => reaction.State != ReactionState.Gone && SlackAddress.Parse(reaction.Person).Workspace == workspace))
        {
            var user = SlackAddress.Parse(last.Person).Id;
            if (!partly.Contains(last.Emoji) && !now.Contains((user, last.Emoji)))
                yield return new(user, last.Emoji, IsTakenAway: true, SlackStamp.After(last.Stamp));
        }
    }
}
