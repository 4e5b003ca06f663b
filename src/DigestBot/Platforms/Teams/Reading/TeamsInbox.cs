using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Reads what the intake has kept, and passes the answers on.</summary>
internal sealed class TeamsInbox(IServiceScopeFactory scopes, TeamsWork work, TeamsAnswering answers) : IInboxReader
{
    /// <inheritdoc />
    public string Platform => TeamsAddress.Platform;

    /// <inheritdoc />
    public async Task<InboxWork> ReadAsync(InboxItem item, CancellationToken cancellationToken)
    {
        if (TeamsItem.Open(item) is not { } activity)
            return new InboxWork.NotUnderstood();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TeamsReading>().ReadAsync(activity, item.ReceivedAt, cancellationToken);
    }

    /// <inheritdoc />
    public void Answered(InboxItem item, ActionRequest request, ActionReply reply)
    {
        var isTold = work.TryTell(item, reply);
        if (TeamsItem.Open(item) is { } activity && (!isTold || NeedsMessage(activity, reply)))
            answers.Answer(activity, item.ReceivedAt, request, reply);
    }

    // A few words fit beside a button; a list, or something further to press, needs a message, and what is for everyone must be where
    // everyone is. Said here, since this is once, while a client may ask for the outcome several times.
    private static bool NeedsMessage(Activity activity, ActionReply reply) =>
        reply is ActionReply.Done { ForEveryone: true, Content: not null }
        || (activity.Name == TeamsPresses.Invoke && (reply is ActionReply.Done { Content: not null } || reply.Offers.Count > 0));
}
