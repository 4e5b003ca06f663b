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
    }

    private static IEnumerable<Person> Read(IConfiguration settings)
    {
        var configured = settings.GetSection("People").Get<List<PersonOptions>>() ?? [];
        if (configured.Count > 0)
            return configured.Select(person => new Person(person.Id, person.Name, person.Zone ?? "", person.Roles) { Locale = person.Locale ?? "" });
        // The sample's people are on the terminal; where its edition goes elsewhere, real people act on it.
        return CompanySettings.IsSample(settings) && !settings.GetSection("Digests").GetChildren().Any() ? SampleCompany.People : [];
    }
}
