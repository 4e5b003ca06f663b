using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Platforms.Slack.Home;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Sends answers, after the commit and without keeping the next item waiting.</summary>
internal sealed class SlackAnswering(SlackReplies replies, SlackHome home, SlackWorkspaces workspaces, IServiceScopeFactory scopes, Errands errands)
{
    /// <summary>Asks for an answer to be sent, and for the person's Home to show what they did.</summary>
    /// <param name="from">Who asked, and where.</param>
    /// <param name="request">What.</param>
    /// <param name="reply">The answer.</param>
    public void Answer(SlackFrom from, ActionRequest request, ActionReply reply) => errands.Add(async stop =>
    {
        if (await workspaces.ForTeamAsync(from.Team, from.Enterprise, stop) is not { } workspace)
            return;
        var to = from.ReplyTo(workspace.Key) with { Request = request };
        if (request.Through == Through.Reaction)
            to = to with { Thread = await ThreadAsync(from.MessageIn(workspace.Key), stop) };
        await replies.SendAsync(to, reply, stop);
        // A press on Home was answered on Home; drawn again, the answer would be gone before it is read.
        if (from.Channel is not null && reply is ActionReply.Done { ForEveryone: true })
            await home.PublishAsync(workspace.Key, from.User, stop);
    });

    // Slack does not say with a reaction in which thread the message stands: we know it.
    private async Task<string?> ThreadAsync(PostedMessage? message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        if (message is null || await outbox.FindAsync(message, cancellationToken) is not { ThreadOf: { } head })
            return message?.Id;
        return (await outbox.FindAsync(DeliveryKey.Parse(head), cancellationToken))?.Posted?.Id ?? message.Id;
    }

    /// <summary>Asks for somebody's Home to be drawn anew.</summary>
    public void ShowHome(string? workspace, string user) => errands.Add(stop => home.PublishAsync(workspace, user, stop));
}
