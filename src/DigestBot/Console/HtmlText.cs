using System.Text;

namespace DigestBot.Console;

/// <summary>The one way for text into HTML.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Text for an element's content or a quoted attribute value: the five characters that mean something become references,
    /// characters that HTML forbids become U+FFFD, line breaks stay.
    /// </summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes()) // lone surrogates come out as U+FFFD
            escaped.Append(Reference(rune) ?? rune.ToString());
        return escaped.ToString();
    }

    private static string? Reference(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' or '\t' => null,
        < 0x20 or (>= 0x7F and <= 0x9F) => "\uFFFD",
        _ => null,
    };
}
