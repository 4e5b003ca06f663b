using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>
/// Messages: to the bot directly they are commands, below one of its messages they act or are comments, everywhere else they are
/// none of its business.
/// </summary>
internal sealed class SlackTalk(SlackCommands commands, MessageRequests messages)
{
    /// <summary>Reads an <c>app_mention</c>.</summary>
    public async Task<InboxWork> MentionAsync(SlackItem item, SlackCaller caller, CancellationToken cancellationToken)
    {
        var said = SlackTyped.SaidTo(caller.From.Bot, item.Event.TextOf("text") ?? "");
        return await InThreadAsync(caller, said, isToTheBot: true, cancellationToken) ?? commands.Typed(caller, said);
    }

    /// <summary>Reads a <c>message</c>. One that mentions the bot in a channel comes as <c>app_mention</c> too and is left to that.</summary>
    public async Task<InboxWork> MessageAsync(SlackItem item, SlackCaller caller, CancellationToken cancellationToken)
    {
        var text = item.Event.TextOf("text") ?? "";
        if (IsNoTalk(item))
            return new InboxWork.Nothing();
        if (item.Event.TextOf("channel_type") == "im")
            return await InThreadAsync(caller, text, isToTheBot: true, cancellationToken) ?? commands.Typed(caller, SlackTyped.SaidTo(caller.From.Bot, text));
        if (SlackTyped.Mentions(caller.From.Bot, text))
            return new InboxWork.Nothing();
        return await InThreadAsync(caller, text, isToTheBot: false, cancellationToken) ?? await CommentAsync(caller, text, cancellationToken);
    }

    /// <summary>Reads that a message was deleted: a comment made of it goes with it.</summary>
    public static InboxWork Deleted(SlackItem item, string? workspace)
    {
        if (item.Event.TextOf("deleted_ts") is not { } ts || item.Event.TextOf("channel") is not { } channel)
            return new InboxWork.Nothing();
        var message = new PostedMessage(SlackAddress.Platform, new SlackAddress(workspace, channel).ToString(), ts);
        return new InboxWork.Effect((services, _) =>
        {
            services.GetRequiredService<IComments>().Remove(message);
            return Task.CompletedTask;
        });
    }

    // Edits, joins and what bots say; a file may come with words, and a reply may be shown in the channel as well.
    private static bool IsNoTalk(SlackItem item) =>
        item.Event.TextOf("bot_id") is not null || item.Event.TextOf("subtype") is not (null or "file_share" or "thread_broadcast");

    private async Task<InboxWork?> InThreadAsync(SlackCaller caller, string text, bool isToTheBot, CancellationToken cancellationToken) =>
        caller.From.ThreadIn(caller.Workspace) is { } thread
        && await messages.ReplyAsync(caller.By, SlackTyped.Of(text, caller.Workspace), thread, cancellationToken, isToTheBot) is { } request
            ? new InboxWork.Asked(request)
            : null;

    private async Task<InboxWork> CommentAsync(SlackCaller caller, string text, CancellationToken cancellationToken)
    {
        if (caller.From.ThreadIn(caller.Workspace) is not { } thread || caller.From.MessageIn(caller.Workspace) is not { } message)
            return new InboxWork.Nothing();
        var comment = await messages.CommentAsync(caller.By, SlackTyped.Of(text, caller.Workspace), thread, message, cancellationToken);
        return comment is null ? new InboxWork.Nothing() : new InboxWork.Effect((services, _) =>
        {
            services.GetRequiredService<IComments>().Add(comment);
            return Task.CompletedTask;
        });
    }
}
