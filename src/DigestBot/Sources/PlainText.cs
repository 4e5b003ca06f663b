using System.Buffers;
using System.Net;
using System.Text;

namespace DigestBot.Sources;

/// <summary>Makes plain text of the HTML that feeds carry. What comes out is data, not safe markup: views escape it as any other text.</summary>
internal static class PlainText
{
    private static readonly string[] Hidden = ["script", "style", "template", "noscript", "iframe", "svg", "head", "title", "textarea"];
    private static readonly string[] Blocks = ["p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section", "article"];
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    /// <summary>The text without tags, comments and hidden parts, entities resolved once, blocks on lines of their own.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = TagAt(rest);
            if (open < 0)
                open = rest.Length;
            text.Append(WebUtility.HtmlDecode(rest[..open].ToString()));
            rest = PassTag(rest[open..], text);
        }
        return Tidy(text.ToString());
    }

    // "3 < 4" is no tag: a letter, a slash, ! or ? has to follow.
    private static int TagAt(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            if (rest[i] == '<' && (char.IsAsciiLetter(rest[i + 1]) || rest[i + 1] is '/' or '!' or '?'))
                return i;
        }
        return -1;
    }

    private static ReadOnlySpan<char> PassTag(ReadOnlySpan<char> tag, StringBuilder text)
    {
        if (tag.IsEmpty)
            return tag;
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
            return Behind(tag, "-->");
        var name = NameOf(tag);
        if (Blocks.Contains(name, StringComparer.OrdinalIgnoreCase))
            text.Append('\n');
        var rest = Behind(tag, ">");
        return tag[1] != '/' && Hidden.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? Behind(Behind(rest, $"</{name}"), ">")
            : rest;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        var end = name.IndexOfAny(NameEnd);
        return (end < 0 ? name : name[..end]).ToString();
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? default : text[(at + end.Length)..];
    }

    private static string Tidy(string text)
    {
        var lines = text.Split('\n')
            .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0);
        return string.Join('\n', lines);
    }
}
