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

    /// <summary>The digest of the channel in which the button stands, otherwise the first one.</summary>
    public Digest Digest => Digests.OfChannel(new(Workspace, Press.Channel ?? ""));
}

/// <summary>Somebody submits a dialog.</summary>
/// <param name="State">What was filled in.</param>
/// <param name="Metadata">What the modal carried; to be trusted no more than what was filled in.</param>
/// <param name="Workspace">The workspace, as in <see cref="SlackAddress"/>.</param>
/// <param name="By">Who submits.</param>
/// <param name="Stores">The stores.</param>
/// <param name="Digests">The standing orders.</param>
internal sealed record SubmittedDialog(
    FormState State, DialogMetadata Metadata, string? Workspace, Person By, ActionStores Stores, Digests Digests);

/// <summary>Which digest a channel of Slack belongs to.</summary>
internal static class DigestsOfChannels
{
    /// <summary>The digest that goes to the channel or is curated in it, otherwise the first one.</summary>
    public static Digest OfChannel(this Digests digests, SlackAddress channel)
    {
        var id = channel.ToString();
        return digests.All.FirstOrDefault(digest => digest.Audiences.Append(digest.Curators).Any(place => place?.Platform == SlackAddress.Platform && place.Channel == id))
            ?? digests.All[0];
    }
}
