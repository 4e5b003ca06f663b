using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>Makes the console that <see cref="TerminalView"/> writes to.</summary>
internal static class TerminalConsole
{
    /// <summary>Columns when nobody can tell how wide the reader's window is: a file, a pipe.</summary>
    public const int DefaultWidth = 100;

    private const int Narrowest = 60;
    private const int Widest = 120;

    /// <summary>For standard output: colours only on a terminal that has them, and never under <c>NO_COLOR</c>.</summary>
    public static IAnsiConsole ForStandardOutput()
    {
        var isTerminal = !System.Console.IsOutputRedirected;
        var isPlain = !isTerminal
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return For(System.Console.Out, isPlain, isTerminal ? WindowWidth() : DefaultWidth);
    }

    /// <summary>For any writer.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="isPlain">Writes no colour and no other escape sequence.</param>
    /// <param name="width">Columns; kept between 60 and 120, beyond which lines are hard to follow.</param>
    public static IAnsiConsole For(TextWriter writer, bool isPlain, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Clamp(width, Narrowest, Widest);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    // A terminal that cannot say how wide it is reports zero or throws.
    private static int WindowWidth()
    {
        try
        {
            return System.Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
