namespace DigestBot.Core.Actions;

/// <summary>
/// The people of the settings. Somebody is named by id, by the part after the colon, by the whole name or by the first name,
/// whatever the case; an ambiguous name finds nobody.
/// </summary>
public sealed class ConfiguredPeople : IPeople
{
    private readonly IReadOnlyList<Person> _all;

    /// <summary>Takes the people; with none there is one, <see cref="Installer"/> (decisions.md 7).</summary>
    public ConfiguredPeople(IEnumerable<Person> people)
    {
        _all = [.. people];
        if (_all.Count == 0)
            _all = [Installer];
    }

    /// <summary>Whoever installed the bot and named nobody: may do everything, on the command line and the terminal.</summary>
    public static Person Installer { get; } =
        new("terminal:you", "You", TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC", Roles.Executive | Roles.Curator | Roles.Admin);

    /// <summary>Everybody, in the order of the settings.</summary>
    public IReadOnlyList<Person> All => _all;

    /// <inheritdoc />
    public Task<Person?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_all.FirstOrDefault(person => Is(person.Id, id) || person.Accounts.Any(account => Is(account, id))));

    /// <inheritdoc />
    public Task<Person?> NamedAsync(string handle, string? circle, CancellationToken cancellationToken)
    {
        var name = handle.Trim().TrimStart('@');
        return Task.FromResult(
            Only(name, person => person.Id)
            ?? Only(name, person => person.Channel)
            ?? Only(name, person => person.Name)
            ?? Only(name, person => person.Name.Replace(' ', '.'))
            ?? Only(name, person => person.Name.Split(' ')[0]));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Person>> WithRoleAsync(Roles role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Person>>([.. _all.Where(person => person.Roles.HasFlag(role))]);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private Person? Only(string name, Func<Person, string> part)
    {
        var named = _all.Where(person => string.Equals(part(person), name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return named is [var only] ? only : null;
    }
}
