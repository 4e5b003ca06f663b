using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Somebody who asks, as the Core knows them, with where they are.</summary>
/// <param name="By">Who.</param>
/// <param name="From">As Teams said it.</param>
internal sealed record TeamsCaller(Person By, TeamsFrom From);

/// <summary>Finds out who asks, and which digest is meant where they are.</summary>
internal sealed class TeamsCallers(IPeople people, Digests digests)
{
    /// <summary>Who asks; null when that is nobody whose wish counts: the bot itself, another bot, somebody who left.</summary>
    public async Task<TeamsCaller?> WhoAsync(TeamsFrom from, CancellationToken cancellationToken)
    {
        if (from.User.Length == 0)
            return null;
        var by = await people.FindAsync(from.Person.PersonId, cancellationToken);
        return by is null ? null : new(by with { IsGuest = by.IsGuest || from.IsForeign }, from);
    }

    /// <summary>The digest of the channel where they are.</summary>
    public Digest DigestOf(TeamsCaller caller) => digests.OfChannel(new(TeamsAddress.Platform, (caller.From.Place ?? caller.From.Person).ToString()));
}
