using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Settings;
using DigestBot.Settings.Setup;
using DigestBot.Tests.Platforms.Slack.Dialogs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Setup;

/// <summary>Acme Air's people who set the bot up: the form at the fake Slack, the settings in a folder of their own.</summary>
internal sealed class SetupDesk : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string[] _settings;

    private SetupDesk(FrontDesk desk, DirectoryInfo folder, string[] settings) => (Desk, _folder, _settings) = (desk, folder, settings);

    public FrontDesk Desk { get; }

    public string File => Path.Combine(_folder.FullName, SetupFile.Name);

    public FirstQuestion Question => Desk.Store.Services.GetRequiredService<FirstQuestion>();

    public SetupRights Rights => Desk.Store.Services.GetRequiredService<SetupRights>();

    /// <summary>The program was told to begin anew.</summary>
    public bool BeginsAnew => Desk.Store.Services.GetRequiredService<SettingsChange>().Happened.IsCancellationRequested;

    /// <summary>What is waiting to be said to people.</summary>
    public async Task<IReadOnlyList<Delivery>> SaidAsync() => [.. (await Desk.WaitingAsync()).Where(delivery => delivery.Key.Purpose == DeliveryPurpose.Direct)];

    /// <summary>Nothing is set up yet.</summary>
    /// <param name="settings">Further settings, as arguments (<c>--Brand:Name=Acme</c>), which are above what chat says.</param>
    public static async Task<SetupDesk> OpenAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-setup-");
        string[] all = [$"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "data.db")}", .. settings];
        return new(await FrontDesk.OpenAsync(more: services => services.AddSetupFile(Configuration(all))), folder, all);
    }

    /// <summary>The settings that the program has at its next start.</summary>
    public IConfigurationRoot NextStart()
    {
        var settings = Configuration(_settings);
        SetupFile.AddTo(settings);
        return settings;
    }

    /// <summary>Somebody submits the form in front of them: the errors shown; what follows is done and committed.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SubmitsAsync(Person by, params (string Block, string? Value)[] filled)
    {
        var view = Desk.Modal(by)!;
        var payload = FrontDesk.Json(Desk.Person(by).Submits([.. ModalForm.Of(view, filled)]).Body);
        if (Desk.Dialogs.Faults(payload) is { } faults)
            return faults;
        var effect = Assert.IsType<InboxWork.Effect>(await Desk.Dialogs.SubmittedAsync(payload, by, default));
        await using var scope = Desk.Store.Scope();
        await effect.StageAsync(scope.ServiceProvider, default);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(default);
        return new Dictionary<string, string>(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<string>> WithRoleAsync(Roles role) =>
        [.. (await Desk.Store.ReadAsync<IKnownPeople, IReadOnlyList<KnownPerson>>(people => people.WithRoleAsync(role, default))).Select(known => known.Person.Id)];

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static ConfigurationManager Configuration(string[] arguments)
    {
        var settings = new ConfigurationManager();
        settings.AddJsonFile("no-such-file.json", optional: true).AddCommandLine(arguments);
        return settings;
    }
}
