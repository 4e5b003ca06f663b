using System.Collections.Frozen;
using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>
/// What becomes of the channels that editions and drafts go to: archived, deleted, renamed, the bot taken out. Said to the admins
/// directly, with the next step; Slack's event id makes it once. What no event tells (Slack withholds some), the first refused
/// message does (<see cref="DeadLetterRun"/>).
/// </summary>
internal sealed class SlackChannels(ChannelNews news)
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
        var name = VisibleText.Line(happened.PartOf("channel").TextOf("name") ?? "", 80);
        var offers = what is "left" or "archive" or "deleted" ? ChannelNews.ChooseAnother : [];
        await news.StageAsync(services, new SlackAddress(workspace, channel).AskedAt, eventId, place => Words[what](place, name), offers, cancellationToken);
    }

    private static string? ChannelOf(JsonElement happened) =>
        happened.TextOf("channel") ?? happened.PartOf("channel").TextOf("id");

    private static string? What(string type) =>
        type.Split('_', 2) is ["channel" or "group", var what] && Words.ContainsKey(what) ? what : null;
}
