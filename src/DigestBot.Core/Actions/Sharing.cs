using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>What may leave the circle that an edition is written for.</summary>
internal static class Sharing
{
    // Personal matters of employees, and what law or stock exchange keeps close.
    private static readonly string[] Close = ["hr", "human resources", "people", "legal", "investor relations"];

    /// <summary>The department keeps its touch points close.</summary>
    public static bool IsWithheld(TouchPoint point) => IsWithheld(point.Department);

    /// <summary>The department keeps what concerns it close; nothing is kept close that concerns none.</summary>
    public static bool IsWithheld(string? department) => department is not null && Close.Contains(department, StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be shown to a whole channel: the edition and its numbers; not people's own words or whose duty is what.</summary>
    public static bool IsShareable(ReplyContent content) => content is EditionReply or TouchPointsReply or ScoreboardReply;

    /// <summary>The content without what stays where it is, and how much of it was withheld.</summary>
    public static (ReplyContent Content, int Withheld) Opened(ReplyContent content)
    {
        if (content is EditionReply { Card: var card })
            return Opened(new TouchPointsReply(card, card.Edition.TouchPoints));
        if (content is not TouchPointsReply points)
            return (content, 0);
        var open = points.Points.Where(point => !IsWithheld(point)).ToList();
        return (points with { Points = open }, points.Points.Count - open.Count);
    }

    /// <summary>
    /// The place that somebody names: an audience of the digest by its name, or any channel as <c>platform:id</c> on a platform and
    /// in a workspace to which the digest goes anyway; null when it is none of these.
    /// </summary>
    /// <param name="digest">The digest.</param>
    /// <param name="named">As typed or chosen.</param>
    public static Audience? PlaceOf(Digest digest, string named)
    {
        if (digest.Audiences.FirstOrDefault(known => string.Equals(known.Name, named, StringComparison.OrdinalIgnoreCase)) is { } audience)
            return audience;
        if (named.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon) || colon == named.Length - 1)
            return null;
        var place = new Audience(named, named[..colon], named[(colon + 1)..]);
        return digest.Audiences.FirstOrDefault(known => known.Platform == place.Platform && known.Channel == place.Channel)
            ?? (digest.Audiences.Append(digest.Curators).OfType<Audience>().Any(known => IsBeside(known, place)) ? place : null);
    }

    /// <summary>The touch point as a message of its own in another channel.</summary>
    public static Delivery Of(EditionKey edition, TouchPoint point, Audience audience) => new()
    {
        Key = new(DeliveryPurpose.Share, edition.Digest, edition.Week, audience.Name, point.Id),
        Platform = audience.Platform,
        Channel = audience.Channel,
    };

    // Where one program serves several workspaces, a channel's id begins with the workspace and a slash: what customers told one
    // company never reaches another's channel.
    private static bool IsBeside(Audience known, Audience place) =>
        known.Platform == place.Platform && WorkspaceOf(known.Channel) == WorkspaceOf(place.Channel);

    private static string WorkspaceOf(string channel) => channel[..(channel.LastIndexOf('/') + 1)];
}
