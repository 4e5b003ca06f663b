using DigestBot.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Guards;

/// <summary>appsettings.sample.json is what people begin from: it must start the program, and show every section.</summary>
public sealed class TheSampleSettings
{
    private static readonly string File = Repository.Path("appsettings.sample.json");

    [Fact]
    public void Have_no_fault() => Assert.Empty(SettingsCheck.Faults(Settings()));

    [Fact]
    public void Show_every_section_there_is() =>
        Assert.Empty(SettingsSection.All.Select(section => section.Name).Except(Settings().GetChildren().Select(section => section.Key), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public async Task Start_the_program()
    {
        var arguments = Settings().AsEnumerable().Where(pair => pair.Value is not null).Select(pair => $"--{pair.Key}={pair.Value}");
        await using var program = Program.Build([.. arguments]);
        program.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal("Acme Air", program.Services.GetRequiredService<Core.Editions.Company>().Rules.Brand.Name);
    }

    private static IConfigurationRoot Settings() => new ConfigurationBuilder().AddJsonFile(File).Build();
}
