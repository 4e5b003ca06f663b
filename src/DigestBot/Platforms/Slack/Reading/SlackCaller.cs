using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Somebody who asks, as the Core knows them, with where they are.</summary>
/// <param name="By">Who.</param>
/// <param name="Workspace">The workspace, as in <see cref="SlackAddress.Workspace"/>.</param>
/// <param name="From">As Slack said it.</param>
internal sealed record SlackCaller(Person By, string? Workspace, SlackFrom From);

/// <summary>Finds out who asks, and which digest is meant where they are.</summary>
internal sealed class SlackCallers(IPeople people, Digests digests)
{
    /// <summary>Who asks; null when that is nobody whose wish counts: the bot itself, another bot, a deleted account.</summary>
    public async Task<SlackCaller?> WhoAsync(SlackFrom from, string? workspace, CancellationToken cancellationToken)
    {
        if (from.User.Length == 0 || from.User == from.Bot)
            return null;
        var by = await people.FindAsync(new SlackAddress(workspace, from.User).PersonId, cancellationToken);
        return by is null ? null : new(by with { IsGuest = by.IsGuest || from.IsForeign }, workspace, from);
    }

    /// <summary>The digest of the channel where they are.</summary>
    public Digest DigestOf(SlackCaller caller) => digests.OfChannel(new SlackAddress(caller.Workspace, caller.From.Channel ?? "").AskedAt);
}
