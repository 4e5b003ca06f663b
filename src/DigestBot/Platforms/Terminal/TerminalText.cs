using System.Globalization;
using System.Text;
using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>
/// The one way for text into the terminal view. A terminal obeys control characters: an escape sequence in a customer's post
/// could clear the screen or rename the window, so none gets through. Spectre's own markup is never parsed: text becomes
/// <see cref="Text"/> and <see cref="Paragraph"/>, not <see cref="Markup"/>.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text on one line, without control and direction characters.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                safe.Append(' ');
            else if (!IsInvisible(rune))
                safe.Append(rune.ToString());
        }
        return safe.ToString();
    }

    /// <summary>The text as something to write, in a style.</summary>
    public static Text Of(string text, Style? style = null) => new(Safe(text), style);

    // Terminals count cells: an invisible joiner that one of them counts and another does not bends every column after it.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;
}
