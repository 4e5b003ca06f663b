using DigestBot.Core.Actions;
using DigestBot.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Settings;

/// <summary>The section <c>People</c>.</summary>
public sealed class ThePeopleSettings
{
    [Fact]
    public void Name_people_with_several_roles()
    {
        var settings = Settings(("People:0:Id", "terminal:ana"), ("People:0:Name", "Ana"), ("People:0:Zone", "Europe/Paris"), ("People:0:Roles", "Executive, Curator"));

        Assert.Empty(SettingsCheck.Faults(settings));
        var ana = Assert.Single(People(settings).All);
        Assert.Equal(("Ana", Roles.Executive | Roles.Curator), (ana.Name, ana.Roles));
    }

    [Theory]
    [InlineData("People:0:Id", "ana", "People:0:Id: must be platform:id")]
    [InlineData("People:0:Zone", "Mars/Base", "People:0:Zone is 'Mars/Base'")]
    [InlineData("People:0:Roles", "Emperor", "People:0:Roles is 'Emperor'; expected one of Anyone, Executive, Curator, Admin")]
    [InlineData("People:0:Roles", "64", "People:0:Roles is '64'")]
    [InlineData("People:1:Id", "TERMINAL:ana", "People: two have the Id")]
    [InlineData("People:0:Nmae", "Ana", "Did you mean Name?")]
    public void Are_refused_with_what_to_write_instead(string key, string value, string fault)
    {
        var settings = Settings(
            ("Sources:0:Name", "s"), ("Sources:0:Kind", "ndjson"), ("Sources:0:Path", "x.ndjson"), ("Brand:Name", "Acme"),
            ("People:0:Id", "terminal:ana"), ("People:0:Name", "Ana"), ("People:1:Name", "Ben"), ("People:1:Id", "terminal:ben"), (key, value));

        Assert.Contains(SettingsCheck.Faults(settings), told => told.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Leave_the_sample_its_own_people() => Assert.Contains(People(Settings()).All, person => person.Roles.HasFlag(Roles.Executive));

    [Fact]
    public void Make_whoever_installed_it_curator_and_executive_while_they_name_nobody() =>
        Assert.Same(ConfiguredPeople.Installer, Assert.Single(People(Settings(("Sources:0:Name", "s"))).All));

    private static ConfiguredPeople People(IConfiguration settings) =>
        new ServiceCollection().AddPeople(settings).BuildServiceProvider().GetRequiredService<ConfiguredPeople>();

    private static IConfigurationRoot Settings(params (string Key, string Value)[] pairs)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in pairs)
            values[key] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
