using System.Globalization;
using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>Which messages an edition makes. Pure; requesting the same ones again changes in place what stands.</summary>
public static class EditionDeliveries
{
    /// <summary>Part of a first message.</summary>
    public const string First = "0";

    /// <summary>The whole edition: for each audience the first message, and one per touch point in its thread.</summary>
    public static IEnumerable<Delivery> Of(Digest digest, Edition edition) =>
        digest.Audiences.SelectMany(audience => To(DeliveryPurpose.Edition, edition, audience));

    /// <summary>What shows these touch points on every audience: their own messages and the first ones.</summary>
    public static IEnumerable<Delivery> Showing(Digest digest, Edition edition, params IEnumerable<int> ranks)
    {
        var shown = ranks.Where(rank => rank <= edition.TouchPoints.Count).Select(Part).Prepend(First).ToHashSet(StringComparer.Ordinal);
        return Of(digest, edition).Where(delivery => shown.Contains(delivery.Key.Part));
    }

    /// <summary>The draft, or null when there is nobody to curate.</summary>
    public static Delivery? Draft(Digest digest, Edition edition) =>
        digest.Curators is { } curators ? One(DeliveryPurpose.Draft, edition, curators, First) : null;

    /// <summary>The edition to one person only.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="person">Named by the person's id, with the platform and channel that reach the person alone.</param>
    public static IEnumerable<Delivery> Rehearsal(Edition edition, Audience person) => To(DeliveryPurpose.Rehearsal, edition, person);

    /// <summary>Something that the curators must know.</summary>
    /// <param name="digest">Its curators are told; null is returned when it has none.</param>
    /// <param name="key">The edition that it is about.</param>
    /// <param name="part">What tells this alert from others of the week.</param>
    /// <param name="text">Plain text and the buttons below it.</param>
    public static Delivery? Alert(Digest digest, EditionKey key, string part, TextContent text) => digest.Curators is { } curators
        ? new()
        {
            Key = new(DeliveryPurpose.Alert, key.Digest, key.Week, curators.Name, part),
            Platform = curators.Platform, Channel = curators.Channel, Text = text,
        }
        : null;

    private static IEnumerable<Delivery> To(DeliveryPurpose purpose, Edition edition, Audience audience)
    {
        var first = One(purpose, edition, audience, First);
        return edition.TouchPoints
            .Select(point => One(purpose, edition, audience, Part(point.Rank)) with { ThreadOf = first.Key.ToString() })
            .Prepend(first);
    }

    private static Delivery One(DeliveryPurpose purpose, Edition edition, Audience audience, string part) => new()
    {
        Key = new(purpose, edition.Key.Digest, edition.Key.Week, audience.Name, part),
        Platform = audience.Platform,
        Channel = audience.Channel,
    };

    private static string Part(int rank) => rank.ToString(CultureInfo.InvariantCulture);
}
