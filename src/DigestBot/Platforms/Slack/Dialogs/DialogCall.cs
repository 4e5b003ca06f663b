using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Somebody opens a dialog.</summary>
/// <param name="Press">The button pressed.</param>
/// <param name="Workspace">The workspace, as in <see cref="SlackAddress"/>.</param>
/// <param name="By">Who pressed.</param>
/// <param name="Stores">The stores; dialogs only read.</param>
/// <param name="Digests">The standing orders.</param>
/// <param name="Now">Now, UTC.</param>
internal sealed record DialogCall(
    SlackPress Press, string? Workspace, Person By, ActionStores Stores, Digests Digests, DateTimeOffset Now)
{
    /// <summary>The zone in which the person's dates are read.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(By.Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Today for the person.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>What the modal carries.</summary>
    public DialogMetadata Metadata => new(Press.About.Split(' ')[0], Press.Channel, Press.Thread, (int)Zone.GetUtcOffset(Now).TotalMinutes);

    /// <summary>The digest of the channel in which the button stands, otherwise the workspace's first one.</summary>
    public Digest Digest => Digests.OfChannel(new(Workspace, Press.Channel ?? ""));

    /// <summary>The edition belongs to a digest of this workspace; another company's is not there, however its id was learned.</summary>
    public bool Sees(EditionKey edition) => Digests.Of(edition, Workspace) is not null;
}

/// <summary>Somebody submits a dialog.</summary>
/// <param name="State">What was filled in.</param>
/// <param name="Metadata">What the modal carried; to be trusted no more than what was filled in.</param>
/// <param name="Workspace">The workspace, as in <see cref="SlackAddress"/>.</param>
/// <param name="By">Who submits.</param>
/// <param name="Stores">The stores.</param>
/// <param name="Digests">The standing orders.</param>
internal sealed record SubmittedDialog(
    FormState State, DialogMetadata Metadata, string? Workspace, Person By, ActionStores Stores, Digests Digests)
{
    /// <summary>The edition, when it belongs to a digest of this workspace; null otherwise.</summary>
    public EditionKey? Seen(EditionKey? edition) => edition is { } key && Digests.Of(key, Workspace) is not null ? key : null;

    /// <summary>Name of the edition's digest, otherwise of the channel's in which it was opened.</summary>
    public string DigestOf(EditionKey? seen) => seen?.Digest ?? Digests.OfChannel(new(Workspace, Metadata.Channel ?? "")).Name;
}

/// <summary>Which digest a channel of Slack and what happens in it belong to.</summary>
internal static class DigestsOfChannels
{
    /// <summary>The digest that goes to the channel or is curated in it, otherwise the workspace's first, otherwise the first.</summary>
    public static Digest OfChannel(this Digests digests, SlackAddress channel)
    {
        var id = channel.ToString();
        return digests.All.FirstOrDefault(digest => Places(digest).Any(place => place.Channel == id))
            ?? digests.All.FirstOrDefault(digest => IsOf(digest, channel.Workspace))
            ?? digests.All[0];
    }

    /// <summary>The digest of an edition, when it is one of this workspace; null otherwise.</summary>
    public static Digest? Of(this Digests digests, EditionKey edition, string? workspace) =>
        digests.Named(edition.Digest) is { } digest && IsOf(digest, workspace) ? digest : null;

    // One that goes to no Slack at all belongs to the workspace of the settings.
    private static bool IsOf(Digest digest, string? workspace)
    {
        var places = Places(digest).ToList();
        return places.Count == 0 ? workspace is null : places.Exists(place => SlackAddress.Parse(place.Channel).Workspace == workspace);
    }

    private static IEnumerable<Audience> Places(Digest digest) =>
        digest.Audiences.Append(digest.Curators).OfType<Audience>().Where(place => place.Platform == SlackAddress.Platform);
}
