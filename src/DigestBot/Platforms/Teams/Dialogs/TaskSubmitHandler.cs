using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>Takes dialogs that were sent: <c>task/submit</c>.</summary>
internal sealed class TaskSubmitHandler(TeamsDialogs dialogs) : IInvokeHandler
{
    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name == InvokeNames.TaskSubmit;

    /// <inheritdoc />
    public Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken) =>
        dialogs.SentAsync(invoke, invoke.Value.GetValueOrDefault().PartOf("data"), cancellationToken);
}
