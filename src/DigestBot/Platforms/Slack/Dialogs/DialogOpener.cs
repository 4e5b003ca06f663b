using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// Brings a dialog before a person: something at once, because a trigger opens a modal for three seconds only and the store may
/// take longer, then the whole. What somebody may not do is said at once where the settings tell it.
/// </summary>
internal sealed partial class DialogOpener(
    SlackApi api, SlackWorkspaces workspaces, ActionRegistry registry, ConfiguredPeople configured, Digests digests,
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
            if (await workspaces.ForTeamAsync(press.Team, press.Enterprise, cancellationToken) is { } found)
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
            if (await stores.People.FindAsync(new SlackAddress(workspace, press.User).PersonId, cancellationToken) is not { } by)
                return SlackModal.Words(dialog.Name, dialog.Title, Unknown);
            return await RefusalAsync(dialog, by, stores.People, cancellationToken)
                ?? await dialog.FillAsync(new(press, workspace, by, stores, digests, clock.GetUtcNow()), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, dialog.Name);
            return SlackModal.Words(dialog.Name, dialog.Title, Unreachable);
        }
    }

    private async Task<JsonObject?> RefusedBySettingsAsync(ISlackDialog dialog, SlackPress press, string? workspace, CancellationToken cancellationToken) =>
        await configured.FindAsync(new SlackAddress(workspace, press.User).PersonId, cancellationToken) is { } known
            ? await RefusalAsync(dialog, known, configured, cancellationToken)
            : null;

    // A dialog that is no verb's asks about rights itself.
    private async Task<JsonObject?> RefusalAsync(ISlackDialog dialog, Person by, IPeople people, CancellationToken cancellationToken)
    {
        if (registry.Find(dialog.Name, "")?.Action.Description is not { } verb || await people.AllowAsync(by, verb.Allowed, digests.All[0], cancellationToken))
            return null;
        var allowed = await people.WithRoleAsync(verb.Allowed == WhoMay.Curator ? Roles.Curator : Roles.Executive, cancellationToken);
        return SlackModal.Words(dialog.Name, dialog.Title, Refuse.NotAllowed(verb, allowed).Text);
    }

    [LoggerMessage(LogLevel.Warning, "The dialog {Dialog} could not be shown")]
    private partial void LogFailed(Exception error, string dialog);

    [LoggerMessage(LogLevel.Warning, "The trigger of the dialog {Dialog} was too old; the person is asked to press again")]
    private partial void LogTooLate(string dialog);
}
