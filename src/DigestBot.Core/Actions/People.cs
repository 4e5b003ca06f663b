using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions;

/// <summary>
/// Everybody: the people of the settings, and those met in chat, who need not be listed to own something. One person is one person:
/// an entry of the settings with an e-mail address is whoever has that address in chat.
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
        if (!_directories.TryGetValue(asked.Platform, out var directory))
            return entry;
        return await met.MeetAsync(directory, asked, cancellationToken) switch
        {
            DirectoryAnswer.Found found => Same(entry ?? await ByEmailAsync(found.Person, cancellationToken), found.Person),
            DirectoryAnswer.NoAnswer => entry ?? asked with { Name = asked.Channel },
            _ => entry,
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
            people.Add(Same(await ByEmailAsync(granted, cancellationToken) ?? await listed.FindAsync(granted.Person.Id, cancellationToken), granted));
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

    // Whose address is an entry's id.
    private async Task<Person?> ByEmailAsync(KnownPerson known, CancellationToken cancellationToken) =>
        known is { Email: { } email, Person.IsGuest: false } ? await listed.FindAsync(email, cancellationToken) : null;

    private async Task<Person> WithAddressAsync(Person entry, CancellationToken cancellationToken)
    {
        foreach (var directory in _directories.Values)
        {
            if (await met.MeetByEmailAsync(directory, entry.Id, cancellationToken) is { } known)
                return Same(entry, known);
        }
        return entry;
    }

    private static Person Same(Person? entry, KnownPerson known) => entry is null ? known.Person : entry with
    {
        Reached = entry.Id == known.Person.Id ? null : known.Person.Id,
        Zone = entry.Zone.Length > 0 ? entry.Zone : known.Person.Zone,
        Locale = entry.Locale.Length > 0 ? entry.Locale : known.Person.Locale,
        Roles = entry.Roles | known.Person.Roles,
    };
}
