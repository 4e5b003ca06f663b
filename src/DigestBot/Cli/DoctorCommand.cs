using System.CommandLine;
using DigestBot.Cli.Checkup;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Terminal;
using Spectre.Console;

namespace DigestBot.Cli;

/// <summary><c>doctor</c>: looks at everything, changes nothing, and says the next step for each fault. Exit code 1 with a fault.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var doctor = new Command("doctor", "Check settings, storage, clock, sources and messages, and say the next step for each fault. Example: digestbot doctor")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        doctor.SetAction((typed, stop) => RunAsync(CommandLine.HostArguments(typed), Output(), stop));
        doctor.Add(Slack());
        doctor.Add(Teams());
        return doctor;
    }

    private static Command Slack() => Platform(
        "slack", "Check tokens, scopes, channels, the way in and the clock. Example: digestbot doctor slack --url https://bot.example.com", RunSlackAsync);

    private static Command Teams() => Platform(
        "teams", "Check app id, secret, token, keys and channels. Example: digestbot doctor teams --url https://bot.example.com", RunTeamsAsync);

    private static Command Platform(string name, string description, Func<string[], string?, IAnsiConsole, CancellationToken, Task<int>> run)
    {
        var url = new Option<string?>("--url") { Description = "Public address of this program, for example https://bot.example.com: also tries the way in." };
        var command = new Command(name, description) { url };
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(typed =>
        {
            if (typed.GetValue(url) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"))
                typed.AddError($"--url is '{address}'; write an address such as https://bot.example.com.");
        });
        command.SetAction((typed, stop) => run(CommandLine.HostArguments(typed), typed.GetValue(url), Output(), stop));
        return command;
    }

    // Into a file or a pipe each finding is one line, however long.
    private static IAnsiConsole Output()
    {
        var console = TerminalConsole.ForStandardOutput();
        if (System.Console.IsOutputRedirected)
            console.Profile.Width = 10_000;
        return console;
    }

    /// <summary>Looks and tells; 0 when all is well, 1 otherwise.</summary>
    /// <exception cref="CommandException">The settings have faults, all of which its message tells.</exception>
    internal static async Task<int> RunAsync(string[] hostArguments, IAnsiConsole console, CancellationToken stop)
    {
        await using var program = Program.Build(hostArguments);
        Show(console, Finding.Well("settings", "every section is sound"));
        return await LookAsync(Checks(program.Services), console, stop);
    }

    /// <summary>Looks at Slack alone.</summary>
    /// <inheritdoc cref="RunAsync" />
    internal static async Task<int> RunSlackAsync(string[] hostArguments, string? publicAddress, IAnsiConsole console, CancellationToken stop)
    {
        await using var program = Program.Build(hostArguments);
        var services = program.Services;
        var checks = new List<ICheck> { SlackCheck(services, ActivatorUtilities.CreateInstance<StorageCheck>(services)) };
        if (publicAddress is not null)
            checks.Add(ActivatorUtilities.CreateInstance<SlackFrontCheck>(services, new Uri(publicAddress)));
        return await LookAsync(checks, console, stop);
    }

    /// <summary>Looks at Teams alone.</summary>
    /// <inheritdoc cref="RunAsync" />
    internal static async Task<int> RunTeamsAsync(string[] hostArguments, string? publicAddress, IAnsiConsole console, CancellationToken stop)
    {
        await using var program = Program.Build(hostArguments);
        var services = program.Services;
        if (!services.GetRequiredService<TeamsOptions>().IsConfigured)
        {
            Show(console, Checkup.TeamsCheck.NotConfigured);
            return 1;
        }
        var checks = new List<ICheck> { TeamsCheck(services, ActivatorUtilities.CreateInstance<StorageCheck>(services)) };
        if (publicAddress is not null)
            checks.Add(new TeamsFrontCheck(new(publicAddress)));
        return await LookAsync(checks, console, stop);
    }

    private static async Task<int> LookAsync(IEnumerable<ICheck> checks, IAnsiConsole console, CancellationToken stop)
    {
        var faults = 0;
        foreach (var check in checks)
        {
            await foreach (var finding in check.LookAsync(stop))
            {
                Show(console, finding);
                faults += finding.Fault is null ? 0 : 1;
            }
        }
        console.WriteLine(faults switch { 0 => "All is well.", 1 => "1 fault.", _ => $"{faults} faults." });
        return faults == 0 ? 0 : 1;
    }

    private static IEnumerable<ICheck> Checks(IServiceProvider services)
    {
        var storage = ActivatorUtilities.CreateInstance<StorageCheck>(services);
        yield return new SecretsCheck(services.GetRequiredService<IConfiguration>());
        yield return storage;
        yield return ActivatorUtilities.CreateInstance<ClockCheck>(services, storage);
        yield return ActivatorUtilities.CreateInstance<TopicsCheck>(services);
        yield return ActivatorUtilities.CreateInstance<SourcesCheck>(services, storage);
        yield return ActivatorUtilities.CreateInstance<MessagesCheck>(services, storage);
        yield return ActivatorUtilities.CreateInstance<OwnModelsCheck>(services, storage);
        if (services.GetService<ILanguageModel>() is not null)
            yield return ActivatorUtilities.CreateInstance<LanguageModelCheck>(services);
        if (services.GetRequiredService<SlackOptions>().IsConfigured)
            yield return SlackCheck(services, storage);
        if (services.GetRequiredService<TeamsOptions>().IsConfigured)
            yield return TeamsCheck(services, storage);
    }

    private static TeamsCheck TeamsCheck(IServiceProvider services, StorageCheck storage) =>
        ActivatorUtilities.CreateInstance<TeamsCheck>(services, storage);

    private static SlackCheck SlackCheck(IServiceProvider services, StorageCheck storage) =>
        ActivatorUtilities.CreateInstance<SlackCheck>(services, ActivatorUtilities.CreateInstance<SlackProbe>(services), storage);

    // A word, not only a colour; the next step stands on a line of its own.
    private static void Show(IAnsiConsole console, Finding finding)
    {
        var (mark, colour) = finding.Fault is null ? ("ok   ", "green") : ("FAULT", "red");
        console.MarkupLine($"[{colour}]{mark}[/] [bold]{Markup.Escape(finding.Check)}[/]: {Markup.Escape(finding.Fault ?? finding.Detail)}");
        if (finding.Fault is not null)
            console.MarkupLine($"      next: {Markup.Escape(finding.Detail)}");
    }
}
