using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>Answers invokes of one kind. Safe for concurrent use; the sender is verified, the value is not.</summary>
internal interface IInvokeHandler
{
    /// <summary>This one answers it.</summary>
    bool Takes(Activity invoke);

    /// <summary>The answer, inside three seconds. What changes anything goes through <see cref="TeamsWork"/>.</summary>
    Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken);
}
