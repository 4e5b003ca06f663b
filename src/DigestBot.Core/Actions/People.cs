using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions;

/// <summary>
/// Everybody: the people of the settings, and those met in chat, who need not be listed to own something. One person is one person:
/// whom the settings say it is (an entry's accounts, or its e-mail address), otherwise everybody with one e-mail address, under the
/// id that was met first. So what is owed, thanked and allowed is one list wherever somebody is; they are reached where they asked,
/// or where they still can be.
/// </summary>
public sealed class People(ConfiguredPeople listed, Acquaintances met, IEnumerable<IChatDirectory> directories) : IPeople
{
    private readonly Dictionary<string, IChatDirectory> _directories = directories.ToDictionary(directory => directory.Platform, StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task<Person?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var entry = await listed.FindAsync(id, cancellationToken);
        if (new Person(id, id, "", Roles.Anyone) is not { Platform: not "email" } asked)
            return entry is null ? null : await WithAddressAsync(entry, cancellationToken);
        return await MeetAsync(asked, cancellationToken) switch
        {
            DirectoryAnswer.Found found => await OneAsync(entry, found.Person, cancellationToken),
            DirectoryAnswer.NoAnswer => entry ?? asked with { Name = asked.Channel },
            _ => await ElsewhereAsync(entry, asked, cancellationToken),
        };
    }

    /// <inheritdoc />
    public async Task<Person?> NamedAsync(string handle, string? circle, CancellationToken cancellationToken)
    {
        var name = handle.Trim().TrimStart('@');
        if (await listed.NamedAsync(name, circle, cancellationToken) is { } entry)
            return await FindAsync(entry.Id, cancellationToken);
        if (_directories.TryGetValue(name.Split(':')[0], out var directory))
            return await met.MeetAsync(directory, new(name, name, "", Roles.Anyone), cancellationToken) is DirectoryAnswer.Found ? await FindAsync(name, cancellationToken) : null;
        return await met.NamedAsync(name, circle, cancellationToken) is { } known ? await FindAsync(known.Person.Id, cancellationToken) : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Person>> WithRoleAsync(Roles role, CancellationToken cancellationToken)
    {
        var people = new List<Person>();
        foreach (var entry in await listed.WithRoleAsync(role, cancellationToken))
            people.Add(await FindAsync(entry.Id, cancellationToken) ?? entry);
        foreach (var granted in await met.WithRoleAsync(role, cancellationToken))
            people.Add(await OneAsync(await listed.FindAsync(granted.Person.Id, cancellationToken), granted, cancellationToken));
        return [.. people.DistinctBy(person => person.Id)];
    }

    /// <inheritdoc />
    public async Task<bool?> IsInAudienceAsync(Person person, Digest digest, CancellationToken cancellationToken)
    {
        if (!_directories.TryGetValue(person.Platform, out var directory))
            return null;
        var answers = new List<bool?>();
        foreach (var audience in digest.Audiences.Where(audience => audience.Platform == person.Platform))
            answers.Add(await directory.IsMemberAsync(audience.Channel, person.Channel, cancellationToken));
        return answers.Contains(true) ? true : answers.Count == 0 || answers.Contains(null) ? null : false;
    }

    // Null where the platform is not in use (any more).
    private async Task<DirectoryAnswer?> MeetAsync(Person asked, CancellationToken cancellationToken) =>
        _directories.TryGetValue(asked.Platform, out var directory) ? await met.MeetAsync(directory, asked, cancellationToken) : null;

    // An entry that has an e-mail address for its id: whoever has that in chat.
    private async Task<Person> WithAddressAsync(Person entry, CancellationToken cancellationToken)
    {
        if (await ThroughAsync(entry, entry.Accounts, cancellationToken) is { } reached)
            return reached;
        foreach (var directory in _directories.Values)
        {
            if (await met.MeetByEmailAsync(directory, entry.Id, cancellationToken) is { } known)
                return await OneAsync(entry, known, cancellationToken);
        }
        return entry;
    }

    // Nobody there any more: another account of the same person's.
    private async Task<Person?> ElsewhereAsync(Person? entry, Person asked, CancellationToken cancellationToken)
    {
        var others = (entry?.Accounts ?? []).Append(entry?.Id ?? asked.Id);
        if (await met.KeptAsync(asked.Id, cancellationToken) is { Email: { } email })
            others = others.Concat((await met.WithEmailAsync(email, cancellationToken)).Select(twin => twin.Person.Id));
        return await ThroughAsync(entry, [.. others.Where(account => account != asked.Id)], cancellationToken) ?? entry;
    }

    private async Task<Person?> ThroughAsync(Person? entry, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        foreach (var account in accounts)
        {
            if (await MeetAsync(new(account, account, "", Roles.Anyone), cancellationToken) is DirectoryAnswer.Found { Person: var known })
                return await OneAsync(entry, known, cancellationToken);
        }
        return null;
    }

    private async Task<Person> OneAsync(Person? entry, KnownPerson known, CancellationToken cancellationToken)
    {
        var twins = await TwinsAsync(entry, known, cancellationToken);
        entry ??= await EntryAsync(known, twins, cancellationToken);
        var reached = await ReachedAsync(known, twins, cancellationToken);
        var id = entry is not null && IsMap(entry) ? entry.Id : twins[0].Person.Id;
        return (entry ?? known.Person) with
        {
            Id = id,
            Reached = id == reached ? null : reached,
            Zone = entry is { Zone.Length: > 0 } ? entry.Zone : known.Person.Zone,
            Locale = entry is { Locale.Length: > 0 } ? entry.Locale : known.Person.Locale,
            Roles = twins.Aggregate(entry?.Roles ?? Roles.Anyone, (roles, twin) => roles | twin.Person.Roles),
            IsGuest = known.Person.IsGuest,
        };
    }

    // All that are this person, who was met first first. Two workspaces of one platform may be two companies', so their people stay
    // apart; somebody of another company is nobody's twin, whatever address they show.
    private async Task<IReadOnlyList<KnownPerson>> TwinsAsync(Person? entry, KnownPerson known, CancellationToken cancellationToken)
    {
        if (known.Person.IsGuest)
            return [known];
        var twins = new List<KnownPerson>(known.Email is { } email ? await met.WithEmailAsync(email, cancellationToken) : []);
        twins.RemoveAll(twin => twin.Person.Platform == known.Person.Platform && twin.Person.Id != known.Person.Id);
        foreach (var account in entry?.Accounts ?? [])
        {
            if (await met.KeptAsync(account, cancellationToken) is { } kept)
                twins.Add(kept);
        }
        return twins.Exists(twin => twin.Person.Id == known.Person.Id) ? [.. twins.DistinctBy(twin => twin.Person.Id)] : [.. twins, known];
    }

    // The settings' word on this person: by their address, by any of their ids.
    private async Task<Person?> EntryAsync(KnownPerson known, IReadOnlyList<KnownPerson> twins, CancellationToken cancellationToken)
    {
        if (known is { Email: { } email, Person.IsGuest: false } && await listed.FindAsync(email, cancellationToken) is { } byAddress)
            return byAddress;
        foreach (var twin in twins)
        {
            if (await listed.FindAsync(twin.Person.Id, cancellationToken) is { } entry)
                return entry;
        }
        return null;
    }

    private async Task<string> ReachedAsync(KnownPerson known, IReadOnlyList<KnownPerson> twins, CancellationToken cancellationToken)
    {
        if (twins.Count == 1 || !await met.IsLostAsync(known.Person, cancellationToken))
            return known.Person.Id;
        foreach (var twin in twins.Where(twin => twin.Person.Id != known.Person.Id && _directories.ContainsKey(twin.Person.Platform)))
        {
            if (!await met.IsLostAsync(twin.Person, cancellationToken))
                return twin.Person.Id;
        }
        return known.Person.Id;
    }

    // It says who is who, rather than only what one account may do.
    private static bool IsMap(Person entry) => entry.Accounts.Count > 0 || entry.Id.IndexOf(':', StringComparison.Ordinal) < 0;
}
