using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;

namespace DigestBot.Cli;

/// <summary>
/// The program's command line: <c>serve</c> when nothing is typed, one file a command beside this one.
/// Standard output is data, everything else goes to standard error; exit codes as in the README (0 done, 1 failed, 2 wrong
/// arguments, 130 interrupted).
/// </summary>
internal static class CommandLine
{
    private const int WrongArguments = 2;
    private const int Interrupted = 130;

    /// <summary>Parses and runs; the exit code of the process.</summary>
    /// <param name="args">As typed.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var typed = Root().Parse(args, Parser);
        if (FirstFault(typed) is { } fault)
            return await TellAsync($"{fault} See: digestbot {CommandName(typed)}--help", WrongArguments);
        using var interrupt = new Interrupt();
        try
        {
            return await typed.InvokeAsync(Invocation, interrupt.Token);
        }
        catch (CommandException failure)
        {
            return await TellAsync(failure.Message, failure.ExitCode);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    /// <summary>The root with every command; also what help, README checks and tests look at.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("DigestBot puts the customer's voice on the executive table, every Monday.")
        {
            ServeCommand.Create(),
            ActCommand.Create(),
            ScheduleCommand.Create(),
            StoriesCommand.Create(),
            ReadCommand.Create(),
            TrainCommand.Create(),
            ImportCommand.Create(),
            CollectCommand.Create(),
            SourceCommand.Create(),
            DigestCommand.Create(),
            EvaluateCommand.Create(),
            DoctorCommand.Create(),
            ManifestCommand.Create(),
        };
        // What is left over on the root goes to the host: --urls, --Storage:Provider and every other setting.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((typed, stop) => ServeCommand.RunAsync(HostArguments(typed), stop));
        return root;
    }

    /// <summary>Tokens that no command knows and that are settings for the host (they begin with <c>--</c>).</summary>
    public static string[] HostArguments(ParseResult typed) => [.. typed.UnmatchedTokens];

    // '@jane' is a person, never a response file; two seconds are too short to finish the send under way.
    private static ParserConfiguration Parser => new() { ResponseFileTokenReplacer = null };

    private static InvocationConfiguration Invocation =>
        new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };

    private static string? FirstFault(ParseResult typed)
    {
        if (typed.Errors.Count > 0)
            return OneLine(typed.Errors[0].Message);
        if (typed.CommandResult.Command is { TreatUnmatchedTokensAsErrors: true } && typed.UnmatchedTokens is [var unknown, ..])
            return $"Unknown option or argument '{unknown}'.";
        // A setting may have its value as the next token (--urls http://...), so only a stray first word is a fault.
        return typed.UnmatchedTokens is [var stray, ..] && !stray.StartsWith("--", StringComparison.Ordinal)
            ? $"Unknown command or argument '{stray}'."
            : null;
    }

    // The library's own messages list choices on lines of their own, and name the types of the language.
    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var type = line.IndexOf(" as expected type", StringComparison.Ordinal);
        return type < 0 ? line : line[..type] + ".";
    }

    // With those it stands below: "manifest slack ".
    private static string CommandName(ParseResult typed)
    {
        var name = "";
        for (var at = typed.CommandResult; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
            name = $"{at.Command.Name} {name}";
        return name;
    }

    private static async Task<int> TellAsync(string message, int exitCode)
    {
        await System.Console.Error.WriteLineAsync(message);
        return exitCode;
    }

    /// <summary>Ctrl-C and SIGTERM as a token; a second one ends the process at once.</summary>
    private sealed class Interrupt : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private readonly PosixSignalRegistration[] _signals;

        public Interrupt() => _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];

        public CancellationToken Token => _source.Token;

        public void Dispose()
        {
            foreach (var signal in _signals)
                signal.Dispose();
            _source.Dispose();
        }

        private void OnSignal(PosixSignalContext signal)
        {
            // Left uncancelled, the runtime's own handling ends the process: that is what the second one asks for.
            signal.Cancel = !_source.IsCancellationRequested;
            _source.Cancel();
        }
    }
}
