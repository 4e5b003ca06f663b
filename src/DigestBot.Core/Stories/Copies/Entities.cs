using System.Globalization;
using System.Text;

namespace DigestBot.Core.Stories.Copies;

/// <summary>Reads what sources leave of markup in a text: <c>&amp;amp;</c> is "and", <c>don&amp;#39;t</c> is one word.</summary>
internal static class Entities
{
    private const int Longest = 9;

    /// <summary>The text with named and numbered characters as themselves; the same text when it has none.</summary>
    public static string Decoded(string text)
    {
        // What was encoded twice is decoded twice.
        for (var times = 0; times < 2 && MayHave(text); times++)
            text = Once(text);
        return text;
    }

    private static bool MayHave(string text) => text.IndexOf('&', StringComparison.Ordinal) is >= 0 and var at && text.IndexOf(';', at) > 0;

    private static string Once(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] == '&' ? text.AsSpan(at + 1, Math.Min(Longest, text.Length - at - 1)).IndexOf(';') : -1;
            if (length <= 0 || Meant(text.AsSpan(at + 1, length)) is not { } meant)
            {
                decoded.Append(text[at]);
                continue;
            }
            decoded.Append(meant);
            at += length + 1;
        }
        return decoded.ToString();
    }

    private static string? Meant(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" or "ldquo" or "rdquo" => "\"",
        "apos" or "lsquo" or "rsquo" => "'",
        "nbsp" => " ",
        "hellip" => "...",
        "mdash" or "ndash" => "-",
        _ => name[0] == '#' ? Numbered(name[1..]) : null,
    };

    private static string? Numbered(ReadOnlySpan<char> number)
    {
        var isHex = number.Length > 0 && number[0] is 'x' or 'X';
        var isRead = int.TryParse(isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return isRead && Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null;
    }
}
