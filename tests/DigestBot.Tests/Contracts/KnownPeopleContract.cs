using DigestBot.Core.Actions;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping people met in chat: what every <see cref="IKnownPeople"/> does.</summary>
public abstract class KnownPeopleContract : StoreContract
{
    [StoreFact]
    public async Task Gives_back_a_person_as_the_platform_told_of_them()
    {
        var jane = Met("slack:T01/U1", "Zoë Müller") with { Handle = "zoë", Email = "zoe@example.com" };
        var other = Met("slack:U1", Hostile);
        await StageAsync(people => { people.Save(jane); people.Save(other); });
        await Store.RestartAsync();
        Assert.Equal(jane, await FindAsync(jane.Person.Id));
        Assert.Equal(other, await FindAsync(other.Person.Id));
        Assert.Null(await FindAsync("slack:T02/U1"));
        Assert.Null(await FindAsync("' OR 1=1 --"));
    }

    [StoreFact]
    public async Task Saves_nothing_before_the_commit()
    {
        await using var scope = Store.Scope();
        scope.ServiceProvider.GetRequiredService<IKnownPeople>().Save(Met("slack:U1", "Jane Doe"));
        Assert.Null(await FindAsync("slack:U1"));
    }

    [StoreFact]
    public async Task Keeps_the_newest_name_and_leaves_granted_roles_alone()
    {
        await StageAsync(people => people.Save(Met("slack:U1", "Jane Doe")));
        await StageAsync(people => people.Grant("slack:U1", Roles.Executive));
        await StageAsync(people => people.Save(Met("slack:U1", "Jane Roe", Roles.Admin) with { SeenAt = Monday.AddDays(1) }));
        var jane = await FindAsync("slack:U1");
        Assert.Equal(("Jane Roe", Roles.Executive, Monday.AddDays(1)), (jane!.Person.Name, jane.Person.Roles, jane.SeenAt));
    }

    [StoreFact]
    public async Task Keeps_where_somebody_is_from_what_their_client_tells_where_the_platform_knows_no_zones()
    {
        var met = Met("teams:U1", "Jane Doe");
        var withoutZone = met with { Person = met.Person with { Zone = "", Locale = "en" } };
        await StageAsync(people => people.Locate("teams:U1", "Asia/Tokyo", "ja"));
        Assert.Null(await FindAsync("teams:U1"));
        await StageAsync(people => people.Grant("teams:U1", Roles.Admin));
        await StageAsync(people => people.Save(withoutZone));
        Assert.Equal(("", "en"), Place(await FindAsync("teams:U1")));
        await StageAsync(people => people.Locate("teams:U1", "Asia/Tokyo", "ja"));
        await StageAsync(people => people.Save(withoutZone));
        Assert.Equal(("Asia/Tokyo", "ja"), Place(await FindAsync("teams:U1")));
    }

    [StoreFact]
    public async Task Adds_and_takes_roles_one_by_one()
    {
        await StageAsync(people => people.Grant("slack:U1", Roles.Executive));
        await StageAsync(people => people.Grant("slack:U1", Roles.Curator | Roles.Admin));
        await StageAsync(people => { people.Revoke("slack:U1", Roles.Executive); people.Revoke("slack:U9", Roles.Admin); });
        Assert.Equal(Roles.Curator | Roles.Admin, (await FindAsync("slack:U1"))!.Person.Roles);
        Assert.Null(await FindAsync("slack:U9"));
    }

    [StoreFact]
    public async Task Lists_who_was_granted_a_role()
    {
        await StageAsync(people =>
        {
            people.Grant("slack:U2", Roles.Executive | Roles.Curator);
            people.Grant("slack:U1", Roles.Executive);
            people.Grant("slack:U3", Roles.Curator);
            people.Save(Met("slack:U4", "Nobody special"));
        });
        var executives = await Store.ReadAsync((IKnownPeople people) => people.WithRoleAsync(Roles.Executive, None));
        Assert.Equal(["slack:U1", "slack:U2"], executives.Select(person => person.Person.Id));
    }

    [StoreFact]
    public async Task Is_granted_a_role_before_the_platform_was_asked_who_it_is()
    {
        await StageAsync(people => people.Grant("slack:T01/U1", Roles.Admin));
        var unmet = await FindAsync("slack:T01/U1");
        Assert.Equal(("slack:T01/U1", DateTimeOffset.UnixEpoch), (unmet!.Person.Name, unmet.SeenAt));
        await StageAsync(people => people.Save(Met("slack:T01/U1", "Jane Doe")));
        Assert.Equal(("Jane Doe", Roles.Admin), ((await FindAsync("slack:T01/U1"))!.Person.Name, (await FindAsync("slack:T01/U1"))!.Person.Roles));
    }

    [StoreFact]
    public async Task Finds_a_person_however_they_are_called()
    {
        await StageAsync(people => people.Save(
            Met("slack:T01/U1", "Éva de la Cruz") with { Handle = "Eva.Cruz", Email = "EVA@example.com" }));
        string[] calls =
        [
            "slack:T01/U1", "U1", "@eva.cruz", "EVA.CRUZ", "eva@example.com", " @ÉVA DE LA CRUZ", "éva.de.la.cruz", "éva", "@Éva",
        ];
        foreach (var call in calls)
            Assert.True((await NamedAsync(call, "slack:T01"))?.Person.Id == "slack:T01/U1", call);
        foreach (var call in (string[])["ev", "cruz", "%", "_va", "", "@", "a\0b' --"])
            Assert.True(await NamedAsync(call, "slack:T01") is null, call);
    }

    [StoreFact]
    public async Task Finds_nobody_when_two_are_meant()
    {
        await StageAsync(people => { people.Save(Met("slack:U1", "Jane Doe")); people.Save(Met("slack:U2", "Jane Roe") with { Handle = "jroe" }); });
        Assert.Null(await NamedAsync("jane", null));
        Assert.Equal("slack:U2", (await NamedAsync("jroe", null))!.Person.Id);
        Assert.Equal("slack:U1", (await NamedAsync("jane doe", null))!.Person.Id);
    }

    [StoreFact]
    public async Task Prefers_a_handle_to_somebody_elses_first_name()
    {
        await StageAsync(people => { people.Save(Met("slack:U1", "Jane Doe")); people.Save(Met("slack:U2", "J. Roe") with { Handle = "jane" }); });
        Assert.Equal("slack:U2", (await NamedAsync("@jane", null))!.Person.Id);
    }

    [StoreFact]
    public async Task Looks_in_one_circle_when_one_is_named()
    {
        await StageAsync(people =>
        {
            people.Save(Met("slack:T01/U1", "Jane Doe"));
            people.Save(Met("slack:T02/U1", "Jane Doe"));
            people.Save(Met("slack:U1", "Jane Doe"));
        });
        Assert.Null(await NamedAsync("jane", null));
        Assert.Equal("slack:T02/U1", (await NamedAsync("jane", "slack:T02"))!.Person.Id);
        Assert.Equal("slack:U1", (await NamedAsync("U1", "slack"))!.Person.Id);
        Assert.Null(await NamedAsync("slack:T02/U1", "slack:T01"));
    }

    [StoreFact]
    public async Task Tells_who_was_met_first_of_those_with_one_address()
    {
        await StageAsync(people => people.Grant("teams:ana", Roles.Admin));
        await StageAsync(people => people.Save(Met("slack:U1", "Ana", at: 2) with { Email = "ANA@example.com" }));
        await StageAsync(people => people.Save(Met("teams:ana", "Ana", at: 3) with { Email = "ana@example.com" }));
        await StageAsync(people => people.Save(Met("slack:U1", "Ana", at: 4) with { Email = "ana@example.com" }));
        await StageAsync(people => people.Save(Met("slack:U2", "Ben", at: 1) with { Email = "ben@example.com" }));
        Assert.Equal(["slack:U1", "teams:ana"], await WithEmailAsync("Ana@Example.com"));
        Assert.Empty(await WithEmailAsync("%"));
    }

    [StoreFact]
    public async Task Refuses_nobody_when_many_meet_the_same_person_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => StageAsync(people => people.Save(Met("slack:U1", $"Jane {i}")))));
        Assert.StartsWith("Jane ", (await FindAsync("slack:U1"))!.Person.Name, StringComparison.Ordinal);
    }

    private static KnownPerson Met(string id, string name, Roles roles = Roles.Anyone, int at = 0) =>
        new(new(id, name, "Europe/Paris", roles) { Locale = "fr-FR" }, Monday.AddHours(at));

    private async Task<IEnumerable<string>> WithEmailAsync(string email) =>
        (await Store.ReadAsync((IKnownPeople people) => people.WithEmailAsync(email, None))).Select(known => known.Person.Id);

    private Task StageAsync(Action<IKnownPeople> change) => Store.CommitAsync(s => change(s.GetRequiredService<IKnownPeople>()));

    private Task<KnownPerson?> FindAsync(string id) => Store.ReadAsync((IKnownPeople people) => people.FindAsync(id, None));

    private Task<KnownPerson?> NamedAsync(string handle, string? circle) =>
        Store.ReadAsync((IKnownPeople people) => people.NamedAsync(handle, circle, None));

    private static (string? Zone, string? Locale) Place(KnownPerson? person) => (person?.Person.Zone, person?.Person.Locale);
}
