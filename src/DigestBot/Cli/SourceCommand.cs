using System.CommandLine;
using DigestBot.Cli.Sourcing;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary><c>source list | test NAME | add | pause NAME | resume NAME</c>: the sources, one by one.</summary>
internal static class SourceCommand
{
    /// <summary>The command; what it does not know goes to the host as settings.</summary>
    public static Command Create() => new("source", "Look after the sources. Example: digestbot source list")
    {
        List(), Test(), AddSource.Command(), Pausing("pause", "Stop collecting a source on schedule.", isPaused: true), Pausing("resume", "Collect it on schedule again.", isPaused: false),
    };

    private static Command List()
    {
        var list = new Command("list", "How each source stands. Example: digestbot source list") { TreatUnmatchedTokensAsErrors = false };
        list.SetAction((typed, stop) => WithProgramAsync(CommandLine.HostArguments(typed), async services =>
        {
            foreach (var line in await ActivatorUtilities.CreateInstance<SourceTable>(services).LinesAsync(stop))
                await System.Console.Out.WriteLineAsync(line);
            return 0;
        }));
        return list;
    }

    private static Command Test()
    {
        var name = Name();
        var test = new Command("test", "Read one page and show three mentions of it; nothing is kept. Example: digestbot source test press") { name };
        test.TreatUnmatchedTokensAsErrors = false;
        test.SetAction((typed, stop) => WithProgramAsync(CommandLine.HostArguments(typed), services => TestAsync(services, typed.GetValue(name)!, System.Console.Out, System.Console.Error, stop)));
        return test;
    }

    private static Command Pausing(string verb, string description, bool isPaused)
    {
        var name = Name();
        var command = new Command(verb, $"{description} Example: digestbot source {verb} press") { name };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((typed, stop) => OnTheStore.RunAsync(
            $"source {verb}", CommandLine.HostArguments(typed), services => PauseAsync(services, typed.GetValue(name)!, isPaused, System.Console.Out, stop), stop));
        return command;
    }

    /// <summary>Tests a source; 0 when it could be read.</summary>
    /// <exception cref="CommandException">There is no source of that name.</exception>
    internal static async Task<int> TestAsync(IServiceProvider services, string name, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var source = CollectCommand.Chosen([.. services.GetServices<IMentionSource>()], name)[0];
        return await new SourceTrial(services.GetRequiredService<IMentionReader>()).RunAsync(source, output, errors, stop) ? 0 : 1;
    }

    /// <summary>Pauses a source or ends its pause.</summary>
    /// <exception cref="CommandException">There is no source of that name.</exception>
    internal static async Task<int> PauseAsync(IServiceProvider services, string name, bool isPaused, TextWriter output, CancellationToken stop)
    {
        var source = CollectCommand.Chosen([.. services.GetServices<IMentionSource>()], name)[0];
        var at = isPaused ? services.GetRequiredService<TimeProvider>().GetUtcNow() : (DateTimeOffset?)null;
        await services.GetRequiredService<IMentionStore>().PauseAsync(source.Name, at, stop);
        await output.WriteLineAsync(isPaused
            ? $"{source.Name} is paused: it is not collected, and editions say so. Go on with: digestbot source resume {source.Name}"
            : $"{source.Name} is collected on schedule again.");
        return 0;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Name of a configured source." };

    // Only looks: it may run beside the program that holds the store.
    private static async Task<int> WithProgramAsync(string[] settings, Func<IServiceProvider, Task<int>> work)
    {
        await using var program = Program.Build(settings);
        return await work(program.Services);
    }
}
