using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>Opens dialogs: <c>task/fetch</c>.</summary>
internal sealed class TaskFetchHandler(TeamsDialogs dialogs) : IInvokeHandler
{
    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name == InvokeNames.TaskFetch;

    /// <inheritdoc />
    public Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken) =>
        dialogs.PressedAsync(invoke, invoke.Value.GetValueOrDefault().PartOf("data"), cancellationToken);
}
