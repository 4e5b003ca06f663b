using DigestBot.Core.Actions;
using DigestBot.Sample;

namespace DigestBot.Settings;

/// <summary>Makes the people out of the section <c>People</c>.</summary>
internal static class PeopleSettings
{
    /// <summary>Adds who is who: the people of the settings, the sample's, or the one who installed it.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration settings)
    {
        var people = new ConfiguredPeople(Read(settings));
        return services.AddSingleton(people).AddSingleton<Acquaintances>().AddSingleton<IPeople, People>();
    }

    /// <summary>What a single check of one value cannot see.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        var people = settings.GetSection("People").GetChildren().ToList();
        foreach (var person in people.Where(person => person["Zone"] is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
            yield return $"{person.Path}:Zone is '{person["Zone"]}', which this machine does not know: use an IANA name, for example Europe/Paris.";
        foreach (var twice in people.GroupBy(person => person["Id"] ?? "", StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"People: two have the Id '{twice.Key}'; give each an Id of their own.";
        foreach (var fault in AccountFaults(people))
            yield return fault;
    }

    private static IEnumerable<string> AccountFaults(List<IConfigurationSection> people)
    {
        var accounts = people.SelectMany(person => person.GetSection("Accounts").GetChildren()).Where(account => account.Value is not null).ToList();
        foreach (var account in accounts.Where(account => account.Value!.IndexOf(':', StringComparison.Ordinal) <= 0))
            yield return $"{account.Path} is '{account.Value}'; it must be platform:id, for example slack:U024.";
        var ids = people.Select(person => person["Id"] ?? "").Concat(accounts.Select(account => account.Value!));
        foreach (var twice in ids.GroupBy(id => id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1 && accounts.Exists(account => group.Key.Equals(account.Value, StringComparison.OrdinalIgnoreCase))))
            yield return $"People: '{twice.Key}' is named twice; an account belongs to one person, once.";
    }

    private static IEnumerable<Person> Read(IConfiguration settings)
    {
        var configured = settings.GetSection("People").Get<List<PersonOptions>>() ?? [];
        if (configured.Count > 0)
            return configured.Select(person => new Person(person.Id, person.Name, person.Zone ?? "", person.Roles) { Locale = person.Locale ?? "", Accounts = person.Accounts });
        // The sample's people are on the terminal; where its edition goes elsewhere, real people act on it.
        return CompanySettings.IsSample(settings) && !settings.GetSection("Digests").GetChildren().Any() ? SampleCompany.People : [];
    }
}
