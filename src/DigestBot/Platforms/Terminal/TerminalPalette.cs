using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>The few colours of the terminal view: the sixteen that every terminal's own theme defines, so that light and dark both work.</summary>
internal static class TerminalPalette
{
    /// <summary>What is read first.</summary>
    public static readonly Style Strong = new(decoration: Decoration.Bold);

    /// <summary>What is read second.</summary>
    public static readonly Style Quiet = new(foreground: Color.Grey);

    /// <summary>What a customer said.</summary>
    public static readonly Style Said = new(decoration: Decoration.Italic);

    /// <summary>Lines between parts.</summary>
    public static readonly Style Rule = new(foreground: Color.Grey);

    /// <summary>The word SAMPLE.</summary>
    public static readonly Style Sample = new(decoration: Decoration.Bold | Decoration.Invert);

    /// <summary>The colour of a kind's dot.</summary>
    public static Style Of(TouchPointKind kind) => new(foreground: kind switch
    {
        TouchPointKind.Win => Color.Green,
        TouchPointKind.Issue => Color.Red,
        TouchPointKind.Trend => Color.Blue,
        _ => Color.Yellow,
    });

    /// <summary>The colour of a comparison.</summary>
    public static Style Of(Tone tone) => tone switch
    {
        Tone.Good => new(foreground: Color.Green),
        Tone.Bad => new(foreground: Color.Red),
        _ => Quiet,
    };
}
