using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Reads what the two ways in have kept, and passes the answers on.</summary>
internal sealed class SlackInbox(IServiceScopeFactory scopes, SlackAnswering answers) : IInboxReader
{
    /// <inheritdoc />
    public string Platform => SlackAddress.Platform;

    /// <inheritdoc />
    public async Task<InboxWork> ReadAsync(InboxItem item, CancellationToken cancellationToken)
    {
        if (SlackItem.Of(item) is not { } opened)
            return new InboxWork.NotUnderstood();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SlackReading>().ReadAsync(opened, cancellationToken);
    }

    /// <inheritdoc />
    public void Answered(InboxItem item, ActionRequest request, ActionReply reply)
    {
        if (SlackItem.Of(item) is { } opened)
            answers.Answer(opened.From, request, reply);
    }
}
