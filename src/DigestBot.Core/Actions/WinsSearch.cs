using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Something found that can be shown to others: a touch point of the current edition, or a mention.</summary>
internal abstract record FoundWin
{
    private FoundWin()
    {
    }

    /// <summary>One of the ten.</summary>
    /// <param name="Card">The edition it stands in, with the states.</param>
    /// <param name="Point">The touch point.</param>
    public sealed record OfEdition(EditionCard Card, TouchPoint Point) : FoundWin;

    /// <summary>What a customer said.</summary>
    public sealed record OfMention(ShownMention Mention) : FoundWin;
}

/// <summary>
/// Finds what people want to show to others while they write: touch points of the current edition first, then mentions, newest first.
/// What may not leave the circle that the edition is written for is found only within it. Reads only.
/// </summary>
/// <param name="stores">The stores.</param>
internal sealed class WinsSearch(ActionStores stores)
{
    /// <summary>How far the mentions are searched.</summary>
    private const int MostMentions = 200;

    /// <summary>A page of what was found.</summary>
    /// <param name="by">Who searches; a guest finds nothing.</param>
    /// <param name="digest">The digest that is searched.</param>
    /// <param name="at">Where what is found will stand.</param>
    /// <param name="words">What it must say, every word of it; empty for this week's ten.</param>
    /// <param name="skip">How many were shown before.</param>
    /// <param name="count">How many are shown.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<IReadOnlyList<FoundWin>> FindAsync(
        Person by, Digest digest, AskedAt at, string words, int skip, int count, CancellationToken cancellationToken)
    {
        if (by.IsGuest)
            return [];
        var isWithin = await IsWithinAsync(by, digest, at, cancellationToken);
        var points = await PointsAsync(digest, words, isWithin, cancellationToken);
        var needed = skip + count - points.Count;
        var mentions = words.Length == 0 || needed <= 0 ? [] : await MentionsAsync(words, isWithin, cancellationToken);
        return [.. points.Concat(mentions).Skip(skip).Take(count)];
    }

    // Both: somebody who may see it, in a place that the edition goes to anyway.
    private async Task<bool> IsWithinAsync(Person by, Digest digest, AskedAt at, CancellationToken cancellationToken) =>
        digest.Audiences.Append(digest.Curators).Any(place => place?.Platform == at.Platform && place.Channel == at.Channel)
        && (await stores.People.AllowAsync(by, WhoMay.Curator, digest, cancellationToken) || await stores.People.AllowAsync(by, WhoMay.Executive, digest, cancellationToken));

    private async Task<IReadOnlyList<FoundWin>> PointsAsync(Digest digest, string words, bool isWithin, CancellationToken cancellationToken)
    {
        if (await stores.Editions.LatestPublishedAsync(digest.Name, cancellationToken) is not { } edition)
            return [];
        var card = await stores.Cards.OfAsync(edition, cancellationToken);
        return [.. edition.TouchPoints
            .Where(point => !point.IsRetracted && (isWithin || !Sharing.IsWithheld(point)) && Says(point, words))
            .Select(point => new FoundWin.OfEdition(card, point))];
    }

    private async Task<IEnumerable<FoundWin>> MentionsAsync(string words, bool isWithin, CancellationToken cancellationToken) =>
        (await stores.Mentions.SearchAsync(words, MostMentions, cancellationToken))
            .Where(read => read.Counts && (isWithin || !Sharing.IsWithheld(read.Insight.Department)))
            .Select(read => new FoundWin.OfMention(ShownMention.Of(read)));

    private static bool Says(TouchPoint point, string words)
    {
        var said = $"{TouchPointWords.Headline(point)} {TouchPointWords.Kind(point.Kind)} {point.Department} {TouchPointWords.Quoted(point)}";
        return words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(said, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
