using System.Xml;
using System.Xml.Linq;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Rss;

/// <summary>Reads RSS 2.0, RSS 1.0 and Atom. Names are compared without their namespace: half of all feeds get those wrong.</summary>
internal static class FeedDocument
{
    /// <summary>The items, as elements.</summary>
    /// <exception cref="SourceException">It is no XML, has a document type (entities can read files and blow up), or is no feed.</exception>
    public static IReadOnlyList<XElement> Items(byte[] body, string host)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CheckCharacters = false, // a control character in one item is no reason to lose all
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            var items = XDocument.Load(reader).Descendants().Where(element => element.Name.LocalName is "item" or "entry").ToList();
            return items.Count > 0 || IsFeed(body) ? items : throw NoFeed(host, null);
        }
        catch (XmlException error)
        {
            throw NoFeed(host, error);
        }
    }

    private static bool IsFeed(byte[] body)
    {
        var start = System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 4096)));
        return start.Contains("<rss", StringComparison.OrdinalIgnoreCase) || start.Contains("<feed", StringComparison.OrdinalIgnoreCase) || start.Contains("<rdf", StringComparison.OrdinalIgnoreCase);
    }

    private static SourceException NoFeed(string host, Exception? error) =>
        new($"What {host} answers is no RSS or Atom feed that can be read. Open the address in a browser and look for the feed's own address.", error);
}
