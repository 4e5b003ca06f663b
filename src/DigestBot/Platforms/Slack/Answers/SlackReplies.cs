using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Home;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>
/// Answers of the bot to what people asked for. They are for the caller's eyes only: what an action changed stands on the
/// messages already, where everyone sees it. Said in the open is only what was asked to be ("tell wins"), the answer to a reply
/// in a thread that others read, and that a reaction taken away can no longer undo what it did.
/// </summary>
internal sealed partial class SlackReplies(
    SlackApi api, AnswerReaders readers, SlackOptions options, SlackThreads threads, SlackHome home, ILogger<SlackReplies> log)
{
    /// <summary>
    /// Sends it: by the response address while it lives, otherwise to the person's eyes only in the channel, otherwise as a
    /// direct message; on Home it is shown there. Never throws for what Slack says: an answer is a courtesy, no duty hangs on it.
    /// </summary>
    /// <param name="to">To whom.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public async Task SendAsync(SlackReplyTo to, ActionReply reply, CancellationToken cancellationToken)
    {
        if (IsSeenAnyway(to, reply))
            return;
        if (to is { Channel: null, ResponseUrl: null } && await home.PublishAsync(to.Workspace, to.User, Answered(to, reply), cancellationToken))
            return;
        if (IsUndoneInVain(to, reply))
            to = to with { Thread = await threads.OfAsync(to, cancellationToken) };
        var message = AnswerView.Of(reply, await readers.OfAsync(to.Request, options.CommandName, to.Channel is not null, reply, cancellationToken));
        foreach (var way in Ways(to, IsInTheOpen(to, reply), message))
        {
            // What may have arrived is not said again by another way.
            if (await way(cancellationToken) is not (SlackAnswer<SlackNothing>.Failed or SlackAnswer<SlackNothing>.RateLimited or SlackAnswer<SlackNothing>.NotSent))
                return;
        }
        LogUnanswered(to.Workspace);
    }

    private IEnumerable<Func<CancellationToken, Task<SlackAnswer<SlackNothing>>>> Ways(SlackReplyTo to, bool isOpen, JsonObject message)
    {
        if (to.ResponseUrl is { } address)
            yield return token => api.RespondAsync(address, Responding(message, to.Thread, isOpen), token);
        if (to.Channel is { } channel && isOpen)
            yield return token => PostAsync(to.Workspace, channel, message, to.Thread, token);
        if (to.Channel is { } room)
            yield return token => api.PostEphemeralAsync(to.Workspace, room, to.User, message, to.Thread, token);
        yield return token => TellAsync(to, message, token);
    }

    private async Task<SlackAnswer<SlackNothing>> TellAsync(SlackReplyTo to, JsonObject message, CancellationToken cancellationToken)
    {
        var opened = await api.OpenConversationAsync(to.Workspace, to.User, cancellationToken);
        return opened.OrDefault() is { } direct
            ? await PostAsync(to.Workspace, direct, message, null, cancellationToken)
            : opened.Select(_ => new SlackNothing());
    }

    private async Task<SlackAnswer<SlackNothing>> PostAsync(
        string? workspace, string channel, JsonObject message, string? thread, CancellationToken cancellationToken)
    {
        var posted = await api.PostMessageAsync(workspace, channel, Copy(message), thread, cancellationToken);
        return posted.Select(_ => new SlackNothing());
    }

    private static bool IsInTheOpen(SlackReplyTo to, ActionReply reply) => reply switch
    {
        ActionReply.Done { ForEveryone: true, Content: not null } => true,
        ActionReply.Done { ForEveryone: true } => to is { Request.Through: Through.Reply, Thread: not null },
        _ => IsUndoneInVain(to, reply) && to.Thread is not null,
    };

    // Who reacts looks at the message, and it changes under the reaction; more words would be noise.
    private static bool IsSeenAnyway(SlackReplyTo to, ActionReply reply) =>
        reply is ActionReply.Done { ForEveryone: true, Content: null } && to is { Request.Through: Through.Reaction };

    // Others saw the reaction go; in the thread they see that what it did stands.
    private static bool IsUndoneInVain(SlackReplyTo to, ActionReply reply) =>
        reply is ActionReply.Refused { Why: Refusal.BuiltUpon } && to is { Request.Through: Through.Reaction };

    // Home shows the raw minutes itself, from the moment on they were asked for.
    private static ActionReply Answered(SlackReplyTo to, ActionReply reply) =>
        reply is ActionReply.Done done && to.Request?.Verb == "raw" ? done with { Content = null } : reply;

    private static JsonObject Responding(JsonObject message, string? thread, bool isOpen)
    {
        var response = Copy(message);
        response["response_type"] = isOpen ? "in_channel" : "ephemeral";
        response["replace_original"] = false;
        if (thread is not null)
            response["thread_ts"] = thread;
        return response;
    }

    // A node stands in one tree only, and the next way needs the message too.
    private static JsonObject Copy(JsonObject message) => message.DeepClone().AsObject();

    [LoggerMessage(LogLevel.Warning, "An answer reached nobody in workspace {Workspace}")]
    private partial void LogUnanswered(string? workspace);
}
