using System.CommandLine;
using DigestBot.Serving;
using DigestBot.Settings;

namespace DigestBot.Cli;

/// <summary><c>serve</c>: runs the program until it is stopped; what happens when no command is typed.</summary>
internal static class ServeCommand
{
    /// <summary>The command; what it does not know goes to the host as settings.</summary>
    public static Command Create()
    {
        var serve = new Command("serve", "Run the bot: collect, compose, publish, answer. Example: digestbot serve --urls http://127.0.0.1:8080")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        serve.SetAction((typed, stop) => RunAsync(CommandLine.HostArguments(typed), stop));
        return serve;
    }

    /// <summary>Runs until <paramref name="stop"/>, begun anew whenever its settings change; the exit code.</summary>
    /// <param name="hostArguments">Settings as typed, for example <c>--urls http://127.0.0.1:8080</c>.</param>
    /// <param name="stop">Asks it to stop.</param>
    public static async Task<int> RunAsync(string[] hostArguments, CancellationToken stop)
    {
        while (await HasNewSettingsAsync(hostArguments, stop))
            await System.Console.Error.WriteLineAsync("Settings: changed in chat; beginning anew with them.");
        return 0;
    }

    // One life of the program; whether it ended because there are new settings to live by.
    private static async Task<bool> HasNewSettingsAsync(string[] hostArguments, CancellationToken stop)
    {
        await using var app = Program.Build(hostArguments);
        var change = app.Services.GetRequiredService<SettingsChange>().Happened;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, change);
        try
        {
            await Server.RunAsync(app, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Asked to end before everything had begun: that is an end like any other.
        }
        return change.IsCancellationRequested && !stop.IsCancellationRequested;
    }
}
