using System.Linq.Expressions;
using DigestBot.Core.Actions;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>People met in chat. Written as single statements, so that two who meet the same person at once never refuse each other.</summary>
internal sealed class KnownPeople(StorageEngine engine, StagedChanges staged) : IKnownPeople
{
    // More than so many of one name is ambiguous whatever else they are called.
    private const int MostNamesakes = 100;

    private static readonly long Never = DateTimeOffset.UnixEpoch.UtcTicks;

    private const string Met =
        """
        INSERT INTO people (id, circle, name, name_key, handle, email, zone, locale, roles, seen_at, met_at)
        VALUES (@id, @circle, @name, @key, @handle, @email, @zone, @locale, 0, @seen, @seen)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, handle = excluded.handle,
            email = excluded.email, seen_at = excluded.seen_at,
            zone = CASE WHEN excluded.zone = '' AND people.seen_at <> @never THEN people.zone ELSE excluded.zone END,
            locale = CASE WHEN excluded.zone = '' AND people.zone <> '' AND people.seen_at <> @never THEN people.locale ELSE excluded.locale END,
            met_at = CASE WHEN people.seen_at = @never THEN excluded.met_at ELSE people.met_at END
        """;

    private const string Moved = "UPDATE people SET zone = @zone, locale = @locale WHERE id = @id";

    private const string Granted =
        """
        INSERT INTO people (id, circle, name, name_key, zone, locale, roles, seen_at, met_at)
        VALUES (@id, @circle, @name, @key, @zone, @locale, @roles, @never, @never)
        ON CONFLICT (id) DO UPDATE SET roles = people.roles | excluded.roles
        """;

    private const string Revoked = "UPDATE people SET roles = roles & @kept WHERE id = @id";

    /// <inheritdoc />
    public async Task<KnownPerson?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync(person => person.Id == id, cancellationToken) is [var found] ? found : null;

    /// <inheritdoc />
    public async Task<KnownPerson?> NamedAsync(string handle, string? circle, CancellationToken cancellationToken)
    {
        var typed = handle.Trim().TrimStart('@');
        var key = typed.ToLowerInvariant();
        var (spaced, first) = (key.Replace('.', ' '), key + " ");
        var tail = circle is null ? typed : $"{circle}{(circle.Contains(':', StringComparison.Ordinal) ? '/' : ':')}{typed}";
        var called = await ReadAsync(
            person => (circle == null || person.Circle == circle)
                && (person.Id == typed || person.Id == tail || person.Email == key || person.Handle == key
                    || person.NameKey == key || person.NameKey == spaced || person.NameKey.StartsWith(first)),
            cancellationToken);
        return Only(called, person => person.Person.Id == typed || person.Person.Id == tail)
            ?? Only(called, person => person.Email == key)
            ?? Only(called, person => person.Handle == key)
            ?? Only(called, person => NameKey(person) == key)
            ?? Only(called, person => NameKey(person) == spaced)
            ?? Only(called, person => NameKey(person).StartsWith(first, StringComparison.Ordinal));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<KnownPerson>> WithRoleAsync(Roles role, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(person => person.Roles != Roles.Anyone, cancellationToken)).Where(person => person.Person.Roles.HasFlag(role))];

    /// <inheritdoc />
    public async Task<IReadOnlyList<KnownPerson>> WithEmailAsync(string email, CancellationToken cancellationToken)
    {
        var key = email.ToLowerInvariant();
        await using var context = engine.Read();
        var rows = await context.People.Where(person => person.Email == key).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.MetAt).ThenBy(row => row.Id, StringComparer.Ordinal).Select(Known)];
    }

    /// <inheritdoc />
    public void Save(KnownPerson person) => Stage(
        Met,
        ("@id", person.Person.Id),
        ("@circle", person.Person.Circle),
        ("@name", person.Person.Name),
        ("@key", NameKey(person)),
        ("@handle", person.Handle?.ToLowerInvariant()),
        ("@email", person.Email?.ToLowerInvariant()),
        ("@zone", person.Person.Zone),
        ("@locale", person.Person.Locale),
        ("@seen", person.SeenAt.UtcTicks),
        ("@never", Never));

    /// <inheritdoc />
    public void Locate(string id, string zone, string locale) => Stage(Moved, ("@id", id), ("@zone", zone), ("@locale", locale));

    /// <inheritdoc />
    public void Grant(string id, Roles roles)
    {
        var unmet = new Person(id, id, "UTC", roles);
        Stage(
            Granted,
            ("@id", id),
            ("@circle", unmet.Circle),
            ("@name", unmet.Name),
            ("@key", unmet.Name.ToLowerInvariant()),
            ("@zone", unmet.Zone),
            ("@locale", unmet.Locale),
            ("@roles", (int)roles),
            ("@never", Never));
    }

    /// <inheritdoc />
    public void Revoke(string id, Roles roles) => Stage(Revoked, ("@id", id), ("@kept", (int)~roles));

    private static string NameKey(KnownPerson person) => person.Person.Name.ToLowerInvariant();

    // One address is one person, whatever platforms they are on.
    private static KnownPerson? Only(IReadOnlyList<KnownPerson> people, Func<KnownPerson, bool> isMeant) =>
        people.Where(isMeant).DistinctBy(person => person.Email ?? person.Person.Id).Take(2).ToList() is [var only] ? only : null;

    private static KnownPerson Known(PersonRow row) =>
        new(new(row.Id, row.Name, row.Zone, row.Roles) { Locale = row.Locale }, UtcTicks.ToInstant(row.SeenAt))
        {
            Handle = row.Handle,
            Email = row.Email,
        };

    private void Stage(string sql, params (string Name, object? Value)[] values) =>
        staged.Stage((session, cancellationToken) => session.ExecuteAsync(sql, cancellationToken, values));

    private async Task<IReadOnlyList<KnownPerson>> ReadAsync(Expression<Func<PersonRow, bool>> which, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.People.Where(which).OrderBy(person => person.Id).Take(MostNamesakes).ToListAsync(cancellationToken);
        return [.. rows.Select(Known)];
    }
}
