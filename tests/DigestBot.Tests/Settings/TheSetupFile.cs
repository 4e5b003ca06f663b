using DigestBot.Cli;
using DigestBot.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Settings;

/// <summary>What was settled in chat, kept beside the data.</summary>
public sealed class TheSetupFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-setup-").FullName;

    private string SettingsFile => Path.Combine(_folder, "appsettings.json");

    private string File => Path.Combine(_folder, SetupFile.Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Is_read_at_the_next_start()
    {
        await SetupFile.AddTo(Settings()).WriteAsync(Chosen.Over([]), default);
        var settings = Settings();
        SetupFile.AddTo(settings);
        Assert.Empty(SettingsCheck.Faults(settings));
        var digest = Assert.Single(CompanySettings.Read(settings).Digests);
        Assert.Equal("Acme Air", digest.Brand.Name);
        Assert.Equal("Europe/Paris", digest.Zone.Id);
        Assert.Equal((DayOfWeek.Tuesday, new TimeOnly(9, 30)), (digest.PublishAt.Day, digest.PublishAt.Time));
        Assert.Equal(("executives", "slack", "C0EXEC"), (digest.Audiences[0].Name, digest.Audiences[0].Platform, digest.Audiences[0].Channel));
        Assert.Equal("C0CURATE", digest.Curators?.Channel);
    }

    [Fact]
    public async Task Lies_over_the_settings_files_and_below_environment_and_arguments()
    {
        await System.IO.File.WriteAllTextAsync(SettingsFile, """{ "Digests": [ { "TimeZone": "Asia/Tokyo", "Draft": "Thursday 12:00", "Audiences": [ { "Platform": "terminal" } ] } ] }""");
        await SetupFile.AddTo(Settings()).WriteAsync(Chosen.Over([]), default);
        var settings = Settings("--Digests:0:Publish=Monday 07:00");
        SetupFile.AddTo(settings);
        var digest = Assert.Single(CompanySettings.Read(settings).Digests);
        Assert.Equal("Europe/Paris", digest.Zone.Id);
        Assert.Equal(DayOfWeek.Thursday, digest.DraftAt.Day);
        Assert.Equal(new TimeOnly(7, 0), digest.PublishAt.Time);
        Assert.Equal("slack", Assert.Single(digest.Audiences).Platform);
    }

    [Fact]
    public async Task Keeps_what_another_workspace_settled()
    {
        var file = SetupFile.AddTo(Settings());
        await file.WriteAsync(Chosen.Over([]), default);
        await file.WriteAsync((Chosen with { Key = "T02", Name = "weekly-t02", Brand = null }).Over(file.Read()), default);
        var settings = Settings();
        SetupFile.AddTo(settings);
        Assert.Empty(SettingsCheck.Faults(settings));
        Assert.Equal(["weekly", "weekly-t02"], CompanySettings.Read(settings).Digests.Select(digest => digest.Name));
    }

    [Fact]
    public void Tells_what_would_be_wrong_before_anything_is_written()
    {
        var file = SetupFile.AddTo(Settings());
        var faults = SettingsCheck.Faults(file.With((Chosen with { TimeZone = "Europe/Pariss" }).Over([])));
        Assert.Contains(faults, fault => fault.Contains("Europe/Pariss", StringComparison.Ordinal));
        Assert.Empty(SettingsCheck.Faults(file.With(Chosen.Over([]))));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Can_be_read_by_its_owner_only_and_leaves_nothing_beside_it()
    {
        await SetupFile.AddTo(Settings()).WriteAsync(Chosen.Over([]), default);
        Assert.Equal([File], Directory.EnumerateFiles(_folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task Stops_the_start_with_its_name_when_somebody_broke_it()
    {
        await System.IO.File.WriteAllTextAsync(File, """{ "Brand": """);
        var failure = Assert.Throws<CommandException>(() => SetupFile.AddTo(Settings()));
        Assert.StartsWith($"{File} cannot be read:", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Mend it, or delete it and set up again.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_exist_where_several_processes_share_a_server() =>
        Assert.Null(SetupFile.AddTo(Settings("--Storage:Provider=PostgreSQL", "--Storage:ConnectionString=Host=db;Database=digestbot")).Path);

    [Fact]
    public async Task Makes_the_program_that_of_the_company_that_was_named()
    {
        await SetupFile.AddTo(Settings()).WriteAsync(Chosen.Over([]), default);
        await using var program = Program.Build([Data]);
        Assert.Equal("Acme Air", program.Services.GetRequiredService<Core.Editions.Company>().Rules.Brand.Name);
    }

    private static ChatSetup Chosen => new()
    {
        Key = "0",
        Name = "weekly",
        Brand = new() { Name = "Acme Air", Aliases = ["AcmeAir"], Competitors = ["Globex Air"] },
        TimeZone = "Europe/Paris",
        Publish = "Tuesday 09:30",
        Audience = new() { Name = "executives", Platform = "slack", Channel = "C0EXEC" },
        Curators = new() { Name = "curators", Platform = "slack", Channel = "C0CURATE" },
    };

    private string Data => $"--Storage:ConnectionString=Data Source={Path.Combine(_folder, "data.db")}";

    private ConfigurationManager Settings(params string[] arguments)
    {
        var settings = new ConfigurationManager();
        settings.AddJsonFile(SettingsFile, optional: true).AddCommandLine([Data, .. arguments]);
        return settings;
    }
}
