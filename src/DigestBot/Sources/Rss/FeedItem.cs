using System.Globalization;
using System.Xml.Linq;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Rss;

/// <summary>Makes a mention of one item or entry.</summary>
internal static class FeedItem
{
    private const int LongestText = 100_000;

    /// <summary>The mention, or null with the reason, which quotes nothing of the item.</summary>
    public static Mention? Read(XElement item, string source, out string? fault)
    {
        var link = Link(item);
        var id = First(item, "guid", "id") ?? link;
        var text = Text(item);
        var saidAt = Time(First(item, "pubDate", "published", "date", "updated"));
        fault = id is null or { Length: > MentionLimits.LongestName } ? $"no guid, id or link of at most {MentionLimits.LongestName} characters"
            : text.Length == 0 ? "no title and no text"
            : saidAt is null ? "no date that can be read; expected one such as Mon, 02 Jun 2025 08:00:00 GMT"
            : null;
        return fault is not null ? null : new(new(source, CleanText.Of(id!)), Author(item), text, saidAt!.Value) { Link = link };
    }

    private static string Text(XElement item)
    {
        var title = PlainText.Of(First(item, "title") ?? "");
        var body = PlainText.Of(First(item, "encoded", "content", "description", "summary") ?? "");
        var text = body.StartsWith(title.TrimEnd('.', '…'), StringComparison.OrdinalIgnoreCase) ? body : $"{title}\n{body}".Trim();
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    private static string Author(XElement item)
    {
        var author = item.Elements().FirstOrDefault(element => element.Name.LocalName is "creator" or "author");
        var name = author is null ? "" : (First(author, "name") ?? author.Value).Trim();
        // RSS has the address before the name: "jo@example.com (Jo Field)".
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && name.EndsWith(')'))
            name = name[(open + 1)..^1];
        name = CleanText.Of(name).TrimStart('@').Trim();
        return name.Length <= MentionLimits.LongestName ? name : name[..MentionLimits.LongestName];
    }

    private static string? Link(XElement item)
    {
        var links = item.Elements().Where(element => element.Name.LocalName == "link").ToList();
        var atom = links.Find(link => (string?)link.Attribute("rel") is null or "alternate" && link.Attribute("href") is not null);
        return WebLink.OrNull((atom?.Attribute("href")?.Value ?? links.Find(link => link.Value.Length > 0)?.Value)?.Trim());
    }

    private static string? First(XElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var value = item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
            if (!string.IsNullOrEmpty(value))
                return value;
        }
        return null;
    }

    private static DateTimeOffset? Time(string? written)
    {
        if (written is null)
            return null;
        var isTime = DateTimeOffset.TryParse(WithOffset(written), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        return isTime && MentionLimits.IsPlausible(time) ? time : null;
    }

    // RFC 822 has names for a few zones, which .NET does not know.
    private static string WithOffset(string written)
    {
        var space = written.LastIndexOf(' ');
        var offset = written[(space + 1)..] switch
        {
            "UT" or "UTC" or "Z" => "+00:00",
            "EST" or "CDT" => "-05:00",
            "EDT" => "-04:00",
            "CST" or "MDT" => "-06:00",
            "MST" or "PDT" => "-07:00",
            "PST" => "-08:00",
            _ => null,
        };
        return offset is null || space < 0 ? written : string.Concat(written.AsSpan(0, space + 1), offset);
    }
}
