using System.Text;

namespace DigestBot.Sources.Bluesky;

/// <summary>Writes links out: the network shortens them in the text and keeps the whole address beside it.</summary>
internal static class BlueskyText
{
    /// <summary>The text with whole addresses. A link under words of its own keeps the words.</summary>
    public static string? Of(BlueskyRecord? record)
    {
        if (record?.Text is not { } text || record.Facets is not { Count: > 0 } facets)
            return record?.Text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var (written, at) = (new StringBuilder(), 0);
        foreach (var (start, end, address) in facets.Select(LinkOf).Where(link => link.Address is not null).OrderBy(link => link.Start))
        {
            if (start < at || end > bytes.Length || end <= start || !IsEdge(bytes, start) || !IsEdge(bytes, end))
                continue;
            var shown = Encoding.UTF8.GetString(bytes, (int)start, (int)(end - start));
            written.Append(Encoding.UTF8.GetString(bytes, at, (int)start - at)).Append(IsShortened(shown, address!) ? address : shown);
            at = (int)end;
        }
        return written.Append(Encoding.UTF8.GetString(bytes, at, bytes.Length - at)).ToString();
    }

    private static (long Start, long End, string? Address) LinkOf(BlueskyFacet? facet) =>
        (facet?.Index?.ByteStart ?? -1, facet?.Index?.ByteEnd ?? -1, facet?.Features?.FirstOrDefault(feature => feature?.Uri is not null)?.Uri);

    // Not in the middle of a character.
    private static bool IsEdge(byte[] bytes, long at) => at == bytes.Length || (bytes[at] & 0xC0) != 0x80;

    private static bool IsShortened(string shown, string address) => address.Contains(shown.TrimEnd('.', '…'), StringComparison.OrdinalIgnoreCase);
}
