using System.CommandLine;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Manifest;

namespace DigestBot.Cli;

/// <summary><c>manifest</c>: what a chat platform has to be told about the app; for Slack ready to be pasted there.</summary>
internal static class ManifestCommand
{
    /// <summary>The command.</summary>
    public static Command Create() =>
        new("manifest", "Print what a chat platform is told about the bot. Example: digestbot manifest slack --url https://bot.example.com") { Slack(), TeamsManifestCommand.Create() };

    private static Command Slack()
    {
        var url = new Option<string?>("--url") { Description = "Public address of this program: https." };
        var socket = new Option<bool>("--socket") { Description = "Socket Mode: the program opens the connection, so no public address is needed." };
        var many = new Option<bool>("--many") { Description = "For many workspaces or a whole Enterprise Grid: installed by sign-in at /slack/install, tokens rotated." };
        var file = new Option<FileInfo?>("--out") { Description = "File to write it to; standard output unless given." };
        var slack = new Command("slack", "The app manifest for https://api.slack.com/apps, as YAML.") { url, socket, many, file };
        slack.TreatUnmatchedTokensAsErrors = false;
        slack.Validators.Add(typed =>
        {
            if (FaultOf(typed.GetValue(url), typed.GetValue(socket), typed.GetValue(many)) is { } fault)
                typed.AddError(fault);
        });
        slack.SetAction((typed, stop) => RunAsync(
            CommandLine.HostArguments(typed), typed.GetValue(url), typed.GetValue(socket), typed.GetValue(many), typed.GetValue(file), stop));
        return slack;
    }

    /// <summary>The manifest as it is printed: how to use it, then the YAML.</summary>
    internal static string Text(SlackAppPlan plan, IEnumerable<ActionDescription> verbs)
    {
        var options = (plan.Address is { } address ? $" --url {address.AbsoluteUri.TrimEnd('/')}" : "")
            + (plan.UsesSocket ? " --socket" : "")
            + (plan.IsForMany ? " --many" : "");
        return $"""
            # Made by: digestbot manifest slack{options}
            # Paste it at https://api.slack.com/apps -> Create New App -> From a manifest.
            {YamlText.Of(SlackManifest.Of(plan, verbs))}
            """;
    }

    private static async Task<int> RunAsync(
        string[] settings, string? url, bool usesSocket, bool isForMany, FileInfo? file, CancellationToken stop)
    {
        await using var program = Program.Build(settings);
        var plan = new SlackAppPlan(url is null ? null : new(url), program.Services.GetRequiredService<SlackOptions>().CommandName, usesSocket, isForMany);
        var text = Text(plan, program.Services.GetRequiredService<ActionRegistry>().All.Select(action => action.Description));
        if (file is null)
            await System.Console.Out.WriteAsync(text.AsMemory(), stop);
        else
            await WriteAsync(file, text, stop);
        return 0;
    }

    private static async Task WriteAsync(FileInfo file, string text, CancellationToken stop)
    {
        try
        {
            file.Directory?.Create();
            await File.WriteAllTextAsync(file.FullName, text, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be written: {failure.Message}", innerException: failure);
        }
    }

    private static string? FaultOf(string? url, bool usesSocket, bool isForMany)
    {
        if (url is null)
            return usesSocket && !isForMany ? null : "--url is missing: the public address of this program, for example https://bot.example.com (or --socket, without an address).";
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" }
            ? null
            : $"--url is '{url}', and Slack calls https addresses only: write one such as https://bot.example.com.";
    }
}
