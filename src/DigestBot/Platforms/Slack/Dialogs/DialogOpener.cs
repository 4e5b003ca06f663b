using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// Brings a dialog before a person: something at once, because a trigger opens a modal for three seconds only and the store may
/// take longer, then the whole. What somebody may not do is said at once where the settings tell it.
/// </summary>
internal sealed partial class DialogOpener(
    SlackApi api, SlackWorkspaces workspaces, DialogRights rights, ConfiguredPeople configured, Digests digests,
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<DialogOpener> log)
{
    private const string Unreachable = "I cannot look this up right now. Nothing is lost: please close this and try again in a minute.";
    private const string Unknown = "I do not know you yet. Say hello to me in a direct message, then press the button again.";
    private const string TooLate = "That took too long, so Slack did not let me open the form. Please press the button once more.";

    /// <summary>Opens it; never throws.</summary>
    public async Task OpenAsync(ISlackDialog dialog, SlackPress press, CancellationToken cancellationToken)
    {
        try
        {
            if (await workspaces.ForTeamAsync(press.From.Team, press.From.Enterprise, cancellationToken) is { } found)
                await OpenAsync(dialog, press, found.Key, cancellationToken);
        }
        catch (Exception failure)
        {
            LogFailed(failure, dialog.Name);
        }
    }

    private async Task OpenAsync(ISlackDialog dialog, SlackPress press, string? workspace, CancellationToken cancellationToken)
    {
        var first = await RefusedBySettingsAsync(dialog, press, workspace, cancellationToken) ?? SlackModal.Loading(dialog.Name, dialog.Title);
        if (await ShowAsync(press, workspace, first, cancellationToken) is not { } shown)
            return;
        // What the settings do not know (a role given in chat) the store may: it has the last word.
        var whole = await WholeAsync(dialog, press, workspace, cancellationToken);
        if (press.Place == DialogPlace.InPlace || !JsonNode.DeepEquals(first, whole))
            await api.UpdateViewAsync(workspace, shown.Id, whole, shown.Hash, cancellationToken);
    }

    // Null when there is nothing to fill: Slack did not open it.
    private async Task<SlackViewShown?> ShowAsync(SlackPress press, string? workspace, JsonObject first, CancellationToken cancellationToken)
    {
        if (press is { Place: DialogPlace.InPlace, Modal: { } modal })
            return new(modal.Id, modal.Hash);
        var answer = press.Place == DialogPlace.OnTop
            ? await api.PushViewAsync(workspace, press.Trigger, first, cancellationToken)
            : await api.OpenViewAsync(workspace, press.Trigger, first, cancellationToken);
        if (answer.Refusal is "expired_trigger_id" or "trigger_expired")
            await SayTooLateAsync(press, workspace, cancellationToken);
        return answer.OrDefault();
    }

    private async Task SayTooLateAsync(SlackPress press, string? workspace, CancellationToken cancellationToken)
    {
        LogTooLate(press.Dialog);
        if (press.Channel is { } channel)
            await api.PostEphemeralAsync(workspace, channel, press.User, new JsonObject { ["text"] = TooLate }, press.Thread, cancellationToken);
    }

    private async Task<JsonObject> WholeAsync(ISlackDialog dialog, SlackPress press, string? workspace, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var stores = scope.ServiceProvider.GetRequiredService<ActionStores>();
            if (await scope.ServiceProvider.GetRequiredService<SlackCallers>().WhoAsync(press.From, workspace, cancellationToken) is not { By: var by })
                return SlackModal.Words(dialog.Name, dialog.Title, Unknown);
            var call = new DialogCall(press, workspace, by, stores, digests, clock.GetUtcNow());
            return await RefusalAsync(dialog, by, call.Digest, stores.People, cancellationToken) ?? await dialog.FillAsync(call, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, dialog.Name);
            return SlackModal.Words(dialog.Name, dialog.Title, Unreachable);
        }
    }

    private async Task<JsonObject?> RefusedBySettingsAsync(ISlackDialog dialog, SlackPress press, string? workspace, CancellationToken cancellationToken) =>
        await configured.FindAsync(new SlackAddress(workspace, press.User).PersonId, cancellationToken) is { } known
            ? await RefusalAsync(dialog, known, digests.OfChannel(new(workspace, press.Channel ?? "")), configured, cancellationToken)
            : null;

    private async Task<JsonObject?> RefusalAsync(ISlackDialog dialog, Person by, Digest digest, IPeople people, CancellationToken cancellationToken) =>
        await rights.RefusalAsync(dialog, by, digest, people, cancellationToken) is { } refusal
            ? SlackModal.Words(dialog.Name, dialog.Title, refusal.Text)
            : null;

    [LoggerMessage(LogLevel.Warning, "The dialog {Dialog} could not be shown")]
    private partial void LogFailed(Exception error, string dialog);

    [LoggerMessage(LogLevel.Warning, "The trigger of the dialog {Dialog} was too old; the person is asked to press again")]
    private partial void LogTooLate(string dialog);
}
