using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>What came in and what went out between the curators' draft and the edition that was published.</summary>
internal static class WeekendNews
{
    /// <summary>Tells the curators; null when nothing changed or there are none.</summary>
    public static Delivery? Alert(Digest digest, Edition draft, Edition published)
    {
        var sentences = Sentences(draft, published).ToList();
        return sentences.Count == 0
            ? null
            : EditionDeliveries.Alert(digest, published.Key, "weekend", new(string.Join(' ', sentences), []));
    }

    private static IEnumerable<string> Sentences(Edition draft, Edition published)
    {
        if (Headlines(published, except: draft) is { Length: > 0 } came)
            yield return $"New since the draft: {came}.";
        if (Headlines(draft, except: published) is { Length: > 0 } went)
            yield return $"No longer among the ten: {went}.";
    }

    private static string Headlines(Edition edition, Edition except)
    {
        var known = except.TouchPoints.Select(point => point.StoryKey).ToHashSet(StringComparer.Ordinal);
        return string.Join("; ", edition.TouchPoints.Where(point => !known.Contains(point.StoryKey)).Select(point => point.Headline));
    }
}
