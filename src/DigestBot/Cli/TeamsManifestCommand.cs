using System.CommandLine;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Manifest;

namespace DigestBot.Cli;

/// <summary><c>manifest teams</c>: the app package, ready to be uploaded to Teams.</summary>
internal static class TeamsManifestCommand
{
    private const string Usual = "digestbot-teams.zip";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var app = new Option<string?>("--app-id") { Description = "App id of the bot's registration in Azure; the one of the settings unless given." };
        var domain = new Option<string?>("--domain") { Description = "Public host of this program, for example bot.example.com." };
        var slash = new Option<bool>("--slash-commands") { Description = "With slash commands and answers for the caller's eyes only, where the tenant has them (set Teams:SlashCommands too)." };
        var file = new Option<FileInfo?>("--out") { Description = $"File to write it to; {Usual} unless given." };
        var teams = new Command("teams", "Write the app package for Teams. Example: digestbot manifest teams --app-id 11111111-1111-4111-8111-111111111111 --domain bot.example.com")
        {
            app, domain, slash, file,
        };
        teams.TreatUnmatchedTokensAsErrors = false;
        teams.Validators.Add(typed =>
        {
            if (FaultOf(typed.GetValue(app), typed.GetValue(domain)) is { } fault)
                typed.AddError(fault);
        });
        teams.SetAction((typed, _) => RunAsync(
            CommandLine.HostArguments(typed), typed.GetValue(app), typed.GetValue(domain)!, typed.GetValue(slash), typed.GetValue(file) ?? new(Usual)));
        return teams;
    }

    private static async Task<int> RunAsync(string[] settings, string? app, string domain, bool hasSlashCommands, FileInfo file)
    {
        await using var program = Program.Build(settings);
        var id = app is null ? program.Services.GetRequiredService<TeamsOptions>().AppId : Guid.Parse(app);
        if (id is not { } known)
            throw new CommandException("--app-id is missing: the Microsoft App ID of the bot's page in Azure (Configuration).");
        var verbs = program.Services.GetRequiredService<ActionRegistry>().All.Select(action => action.Description);
        Write(file, TeamsManifest.Of(new(known, domain, hasSlashCommands), verbs));
        await System.Console.Out.WriteLineAsync(file.FullName);
        await System.Console.Error.WriteLineAsync("Upload it in Teams: Apps, Manage your apps, Upload an app (or in the Teams admin center, for everybody).");
        return 0;
    }

    private static void Write(FileInfo file, JsonObject manifest)
    {
        try
        {
            file.Directory?.Create();
            using var target = file.Create();
            TeamsPackage.Write(manifest, target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be written: {failure.Message}", innerException: failure);
        }
    }

    private static string? FaultOf(string? app, string? domain)
    {
        if (app is not null && !Guid.TryParseExact(app, "D", out _))
            return $"--app-id is '{app}'; expected the Microsoft App ID, such as 11111111-1111-4111-8111-111111111111.";
        if (domain is null)
            return "--domain is missing: the public host of this program, for example bot.example.com.";
        return domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(domain) == UriHostNameType.Dns
            ? null
            : $"--domain is '{domain}'; write the host alone, such as bot.example.com.";
    }
}
