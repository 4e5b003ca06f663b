using System.Collections.Frozen;
using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>
/// What becomes of the channels that editions and drafts go to: archived, deleted, renamed, the bot taken out. Said to the admins
/// directly, with the next step; Slack's event id makes it once. What no event tells (Slack withholds some), the first refused
/// message does (<see cref="DeadLetterRun"/>).
/// </summary>
internal sealed class SlackChannels(Digests digests, TimeProvider clock)
{
    private const string Another = "or choose another channel with the button.";

    private static readonly FrozenDictionary<string, Func<string, string, string>> Words = new Dictionary<string, Func<string, string, string>>(StringComparer.Ordinal)
    {
        ["left"] = (place, _) => $"I was taken out of the channel that {place} goes to. To have me back type /invite @DigestBot there, {Another}",
        ["archive"] = (place, _) => $"The channel that {place} goes to was archived, so nobody can post there. Unarchive it, {Another}",
        ["deleted"] = (place, _) => $"The channel that {place} goes to was deleted. Choose another channel with the button.",
        ["unarchive"] = (place, _) => $"The channel that {place} goes to is open again. If I am not in it any more, type /invite @DigestBot there.",
        ["rename"] = (place, name) => $"The channel that {place} goes to is now called #{name}. There is nothing to do: I go by its id, not by its name.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>It is about a channel's life.</summary>
    /// <param name="type">The inner event's <c>type</c>, for example <c>channel_archive</c> or <c>group_left</c>.</param>
    public static bool Concerns(string type) => What(type) is not null;

    /// <summary>Stages words to the admins in the scope's unit of work; nothing when no digest goes to the channel.</summary>
    /// <param name="services">The scope.</param>
    /// <param name="happened">The inner event.</param>
    /// <param name="eventId">Slack's id of the event.</param>
    /// <param name="workspace">As in <see cref="SlackAddress"/>.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task StageAsync(
        IServiceProvider services, JsonElement happened, string eventId, string? workspace, CancellationToken cancellationToken)
    {
        if (What(happened.TextOf("type") ?? "") is not { } what || ChannelOf(happened) is not { } channel)
            return;
        var admins = await AdminsAsync(services.GetRequiredService<IPeople>(), workspace, cancellationToken);
        var outbox = services.GetRequiredService<IOutbox>();
        foreach (var (digest, place) in PlacesOf(new SlackAddress(workspace, channel).ToString()))
        {
            var text = Words[what](place, VisibleText.Line(happened.PartOf("channel").TextOf("name") ?? "", 80));
            foreach (var admin in admins)
                outbox.Request(DirectMessages.To(admin, digest, clock.GetUtcNow(), $"channel {eventId} {place}", text, Offers(what)));
        }
    }

    private static IReadOnlyList<CardAction> Offers(string what) =>
        what is "left" or "archive" or "deleted" ? [new(SetupAction.Verb, "Choose a channel", "") { OpensDialog = true }] : [];

    private IEnumerable<(Digest Digest, string Place)> PlacesOf(string channel) =>
        from digest in digests.All
        from place in digest.Audiences.Append(digest.Curators)
        where place?.Platform == SlackAddress.Platform && place.Channel == channel
        select (digest, place == digest.Curators ? $"the draft of {digest.Name}" : $"the digest {digest.Name} ({place.Name})");

    // Those who may change it; without an admin in this workspace its curators can tell one.
    private static async Task<IReadOnlyList<Person>> AdminsAsync(IPeople people, string? workspace, CancellationToken cancellationToken)
    {
        foreach (var role in (Roles[])[Roles.Admin, Roles.Curator])
        {
            var found = await people.WithRoleAsync(role, cancellationToken);
            if (found.Where(person => IsIn(workspace, person)).ToList() is { Count: > 0 } here)
                return here;
        }
        return [];
    }

    private static bool IsIn(string? workspace, Person person) =>
        person.Platform == SlackAddress.Platform && SlackAddress.Parse(person.Channel).Workspace == workspace;

    private static string? ChannelOf(JsonElement happened) =>
        happened.TextOf("channel") ?? happened.PartOf("channel").TextOf("id");

    private static string? What(string type) =>
        type.Split('_', 2) is ["channel" or "group", var what] && Words.ContainsKey(what) ? what : null;
}
