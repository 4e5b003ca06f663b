using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Inbound;

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
        if (!work.TryTell(item, reply) && TeamsItem.Open(item) is { } activity)
            answers.Answer(activity, item.ReceivedAt, request, reply);
    }
}
