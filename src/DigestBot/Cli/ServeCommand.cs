using System.CommandLine;
using DigestBot.Serving;

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

    /// <summary>Runs until <paramref name="stop"/>; the exit code.</summary>
    /// <param name="hostArguments">Settings as typed, for example <c>--urls http://127.0.0.1:8080</c>.</param>
    /// <param name="stop">Asks it to stop.</param>
    public static async Task<int> RunAsync(string[] hostArguments, CancellationToken stop)
    {
        await using var app = Program.Build(hostArguments);
        try
        {
            await Server.RunAsync(app, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop before everything had begun: that is an end like any other.
        }
        return 0;
    }
}
