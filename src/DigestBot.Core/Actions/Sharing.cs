using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>What may leave the circle that an edition is written for.</summary>
internal static class Sharing
{
    // Personal matters of employees, and what law or stock exchange keeps close.
    private static readonly string[] Close = ["hr", "human resources", "people", "legal", "investor relations"];

    /// <summary>The department keeps its touch points close.</summary>
    public static bool IsWithheld(TouchPoint point) => point.Department is { } department && Close.Contains(department, StringComparer.OrdinalIgnoreCase);

    /// <summary>The touch point as a message of its own in another channel.</summary>
    public static Delivery Of(EditionKey edition, TouchPoint point, Audience audience) => new()
    {
        Key = new(DeliveryPurpose.Share, edition.Digest, edition.Week, audience.Name, point.Id),
        Platform = audience.Platform,
        Channel = audience.Channel,
    };
}
