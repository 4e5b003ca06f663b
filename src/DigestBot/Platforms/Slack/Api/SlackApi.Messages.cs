using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>Messages, reactions and views.</summary>
internal sealed partial class SlackApi
{
    /// <summary>
    /// Posts a message, exactly one try. Nothing in it is unfurled and nothing is parsed but Slack's own marks.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="channel">Id of the channel, or of direct messages (<c>D...</c>).</param>
    /// <param name="message">Text and blocks, as a view gives them; and <c>metadata</c> where wanted.</param>
    /// <param name="thread">Id of the message whose thread it goes into; null for the channel itself.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have arrived.</param>
    public Task<SlackAnswer<SlackPosted>> PostMessageAsync(
        string? workspace, string channel, JsonObject message, string? thread, CancellationToken cancellationToken) => CallAsync(
        workspace,
        new(SlackMethods.PostMessage,
        [
            ("channel", channel), ("thread_ts", thread), .. Shown(message), ("unfurl_links", false), ("unfurl_media", false), ("parse", "none"), ("link_names", false),
        ]) { Channel = channel },
        SlackShapes.Default.SlackPosted,
        cancellationToken);

    /// <summary>Changes the bot's own message in place. Text and blocks always go together: text alone would take the blocks away.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="channel">Id of the channel; for direct messages the <c>D...</c> that posting gave, never a person's.</param>
    /// <param name="ts">Id of the message.</param>
    /// <param name="message">Text and blocks.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have arrived.</param>
    public Task<SlackAnswer<SlackPosted>> UpdateAsync(
        string? workspace, string channel, string ts, JsonObject message, CancellationToken cancellationToken) => CallAsync(
        workspace,
        new(SlackMethods.Update, [("channel", channel), ("ts", ts), .. Shown(message), ("parse", "none"), ("link_names", false)]),
        SlackShapes.Default.SlackPosted,
        cancellationToken);

    /// <summary>Shows a message to one person in a channel. Slack does not promise that it is seen.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="channel">Id of the channel; the person has to be in it.</param>
    /// <param name="user">Id of the person.</param>
    /// <param name="message">Text and blocks.</param>
    /// <param name="thread">Id of the message in whose thread it is shown, or null.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have arrived.</param>
    public Task<SlackAnswer<SlackNothing>> PostEphemeralAsync(
        string? workspace, string channel, string user, JsonObject message, string? thread, CancellationToken cancellationToken) => CallAsync(
        workspace,
        new(SlackMethods.PostEphemeral, [("channel", channel), ("user", user), ("thread_ts", thread), .. Shown(message), ("parse", "none"), ("link_names", false)]),
        SlackShapes.Default.SlackNothing,
        cancellationToken);

    /// <summary>The link to a message.</summary>
    public async Task<SlackAnswer<string>> GetPermalinkAsync(string? workspace, string channel, string ts, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            workspace, new(SlackMethods.GetPermalink, ("channel", channel), ("message_ts", ts)), SlackShapes.Default.SlackPermalink, cancellationToken);
        return answer.Select(link => link.Permalink);
    }

    /// <summary>The reactions of a message, with everybody who gave them.</summary>
    public async Task<SlackAnswer<SlackMessage>> ReactionsGetAsync(string? workspace, string channel, string ts, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            workspace, new(SlackMethods.ReactionsGet, ("channel", channel), ("timestamp", ts), ("full", "true")), SlackShapes.Default.SlackOneMessage, cancellationToken);
        return answer.Select(one => one.Message);
    }

    /// <summary>Opens a modal. The trigger works once, within three seconds of the click.</summary>
    public Task<SlackAnswer<SlackViewShown>> OpenViewAsync(string? workspace, string triggerId, JsonObject view, CancellationToken cancellationToken) =>
        ViewAsync(workspace, new(SlackMethods.OpenView, ("trigger_id", triggerId), ("view", view)), cancellationToken);

    /// <summary>Opens a modal above the open one; three lie on top of each other at most.</summary>
    public Task<SlackAnswer<SlackViewShown>> PushViewAsync(string? workspace, string triggerId, JsonObject view, CancellationToken cancellationToken) =>
        ViewAsync(workspace, new(SlackMethods.PushView, ("trigger_id", triggerId), ("view", view)), cancellationToken);

    /// <summary>Changes an open modal.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="viewId">Slack's id of the modal.</param>
    /// <param name="view">What it shows from now on.</param>
    /// <param name="hash">Refuses the change (<c>hash_conflict</c>) when the modal is not what it was; null changes it in any case.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have arrived.</param>
    public Task<SlackAnswer<SlackViewShown>> UpdateViewAsync(string? workspace, string viewId, JsonObject view, string? hash, CancellationToken cancellationToken) =>
        ViewAsync(workspace, new(SlackMethods.UpdateView, ("view_id", viewId), ("view", view), ("hash", hash)), cancellationToken);

    /// <summary>Shows a person's home page.</summary>
    public Task<SlackAnswer<SlackViewShown>> PublishViewAsync(string? workspace, string user, JsonObject view, CancellationToken cancellationToken) =>
        ViewAsync(workspace, new(SlackMethods.PublishView, ("user_id", user), ("view", view)), cancellationToken);

    private async Task<SlackAnswer<SlackViewShown>> ViewAsync(string? workspace, SlackCall call, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(workspace, call, SlackShapes.Default.SlackOneView, cancellationToken);
        return answer.Select(one => one.View);
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Shown(JsonObject message) => message.Select(member => (member.Key, member.Value));
}
