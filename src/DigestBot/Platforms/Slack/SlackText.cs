using System.Text;

namespace DigestBot.Platforms.Slack;

/// <summary>
/// The one way for text into Slack's <c>text</c> and <c>mrkdwn</c>, where <c>&lt;!channel&gt;</c> rings for everybody and
/// <c>&lt;url|label&gt;</c> forges a link. Customers' words in blocks go into <c>rich_text</c> and <c>plain_text</c>, which are not parsed.
/// </summary>
internal static class SlackText
{
    /// <summary>Escapes the three characters that Slack reads, ampersand first and once.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="longest">At most this many UTF-16 units after escaping; cut before a reference, never inside one.</param>
    public static string Escape(string text, int longest)
    {
        var escaped = new StringBuilder(Math.Min(text.Length + 16, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = Reference(rune);
            if (escaped.Length + piece.Length > longest - 1)
                return Whole(text, longest) ?? escaped.Append('…').ToString();
            escaped.Append(piece);
        }
        return escaped.ToString();
    }

    // The last unit is kept for the mark of a cut; a text that fits exactly needs none.
    private static string? Whole(string text, int longest)
    {
        var whole = string.Concat(text.EnumerateRunes().Select(Reference));
        return whole.Length <= longest ? whole : null;
    }

    private static string Reference(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => rune.ToString(),
    };
}
