using DigestBot.Core.Platforms;
using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>Every kind of message as terminal text.</summary>
internal static class TerminalMessage
{
    /// <summary>Plain text without any escape sequence: what the channel's file keeps.</summary>
    public static string Text(MessageContent content)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(content, TerminalConsole.For(writer, isPlain: true, TerminalConsole.DefaultWidth));
        return writer.ToString().Trim('\n');
    }

    /// <summary>Shows it on the screen; a touch point not, since the edition above it lists it already.</summary>
    public static void Show(MessageContent content, IAnsiConsole screen)
    {
        if (content is not TouchPointContent)
            Write(content, screen);
    }

    private static void Write(MessageContent content, IAnsiConsole console)
    {
        switch (content)
        {
            case EditionContent edition:
                TerminalView.WriteEdition(console, edition.Card);
                break;
            case DraftContent draft:
                console.WriteLine("DRAFT, for curators: what you change here goes out changed.");
                TerminalView.WriteEdition(console, draft.Card);
                break;
            case TouchPointContent point:
                TerminalView.WriteTouchPoint(console, point.Card, point.Rank);
                break;
            case TextContent text:
                WriteText(text, console);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(content), content.GetType().Name, "The terminal has no view for this content.");
        }
    }

    private static void WriteText(TextContent text, IAnsiConsole console)
    {
        console.WriteLine(TerminalText.Safe(text.Text));
        foreach (var action in text.Actions)
            console.WriteLine($"  {action.Title}: digestbot act {action.Verb} \"{action.Arguments}\" --as YOU");
    }
}
