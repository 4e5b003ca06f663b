using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Somebody who asks, as the Core knows them, with where they are.</summary>
/// <param name="By">Who.</param>
/// <param name="From">As Teams said it.</param>
internal sealed record TeamsCaller(Person By, TeamsFrom From);

/// <summary>Finds out who asks, and which digest is meant where they are.</summary>
internal sealed class TeamsCallers(IPeople people, Digests digests, IServiceScopeFactory scopes, Errands errands)
{
    /// <summary>Who asks; null when that is nobody whose wish counts: the bot itself, another bot, somebody who left.</summary>
    public async Task<TeamsCaller?> WhoAsync(TeamsFrom from, CancellationToken cancellationToken)
    {
        if (from.User.Length == 0)
            return null;
        var by = await people.FindAsync(from.Person.PersonId, cancellationToken);
        if (by is null)
            return null;
        if (from.Zone is { } zone && by.Zone != zone)
            errands.Add(stop => LocateAsync(from.Person.PersonId, zone, from.Locale ?? by.Locale, stop));
        return new(by with { IsGuest = by.IsGuest || from.IsForeign, Zone = by.Zone.Length > 0 ? by.Zone : from.Zone ?? "" }, from);
    }

    /// <summary>The digest of the channel where they are.</summary>
    public Digest DigestOf(TeamsCaller caller) => digests.OfChannel(caller.From.AskedAt);

    // No list of members tells a person's zone, and reminders must not come at night: it is learned from what they send.
    private async Task LocateAsync(string id, string zone, string locale, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = scope.ServiceProvider.GetRequiredService<IKnownPeople>();
        if (await known.FindAsync(id, cancellationToken) is not { } person || person.Person.Zone == zone)
            return;
        known.Locate(id, zone, locale);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
    }
}
