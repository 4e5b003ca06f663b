using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Terminal;

namespace DigestBot.Cli.OneShot;

/// <summary>An edition as text: in colours on a terminal, plain into a file.</summary>
internal static class DigestText
{
    /// <summary>Writes the whole edition, or one touch point of it.</summary>
    public static void Write(TextWriter output, EditionCard card, TouchPoint? point)
    {
        var console = ReferenceEquals(output, System.Console.Out)
            ? TerminalConsole.ForStandardOutput()
            : TerminalConsole.For(output, isPlain: true, TerminalConsole.DefaultWidth);
        if (point is null)
            TerminalView.WriteInFull(console, card);
        else
            TerminalView.WriteTouchPoint(console, card, point.Rank);
    }
}
