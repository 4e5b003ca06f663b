using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions;

/// <summary>Where somebody asks.</summary>
/// <param name="Platform">Name of the platform.</param>
/// <param name="Channel">
/// The channel as in <see cref="Audience.Channel"/>; where that is none (a person's own page) what stands before it: the workspace
/// with its slash, or nothing.
/// </param>
internal readonly record struct AskedAt(string Platform, string Channel)
{
    /// <summary>
    /// The part of the platform that belongs to one company, where one program serves several: what stands before the last slash
    /// of a channel. Null for the one of the settings.
    /// </summary>
    public string? Workspace => WorkspaceOf(Channel);

    /// <summary>The workspace of a channel.</summary>
    /// <param name="channel">As in <see cref="Audience.Channel"/>.</param>
    public static string? WorkspaceOf(string channel) => channel.LastIndexOf('/') is >= 0 and var slash ? channel[..slash] : null;

    /// <summary>The place is on this platform and in this workspace.</summary>
    public bool IsBeside(Audience place) => place.Platform == Platform && WorkspaceOf(place.Channel) == Workspace;
}

/// <summary>Which digest a channel and what happens in it belong to.</summary>
internal static class DigestsOfChannels
{
    /// <summary>The digest that goes to the channel or is curated in it, otherwise the workspace's first, otherwise the first.</summary>
    public static Digest OfChannel(this Digests digests, AskedAt at) =>
        digests.All.FirstOrDefault(digest => Places(digest, at.Platform).Any(place => place.Channel == at.Channel))
        ?? digests.All.FirstOrDefault(digest => IsOf(digest, at))
        ?? digests.All[0];

    /// <summary>The digest of an edition, when it is one of the workspace that is asked in; null otherwise.</summary>
    public static Digest? Of(this Digests digests, EditionKey edition, AskedAt at) =>
        digests.Named(edition.Digest) is { } digest && IsOf(digest, at) ? digest : null;

    // One that goes nowhere on the platform belongs to the workspace of the settings.
    private static bool IsOf(Digest digest, AskedAt at)
    {
        var places = Places(digest, at.Platform).ToList();
        return places.Count == 0 ? at.Workspace is null : places.Exists(at.IsBeside);
    }

    private static IEnumerable<Audience> Places(Digest digest, string platform) =>
        digest.Audiences.Append(digest.Curators).OfType<Audience>().Where(place => place.Platform == platform);
}
