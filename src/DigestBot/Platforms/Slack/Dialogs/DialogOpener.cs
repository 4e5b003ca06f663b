using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// Brings a dialog before a person: something at once, because a trigger opens a modal for three seconds only and the store may
/// take longer, then the whole. What somebody may not do is said at once where the settings tell it.
/// </summary>
internal sealed partial class DialogOpener(
    SlackApi api, SlackWorkspaces workspaces, FormRights rights, ConfiguredPeople configured, Digests digests,
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<DialogOpener> log)
{
    private const string Unreachable = "I cannot look this up right now. Nothing is lost: please close this and try again in a minute.";
    private const string Unknown = "I do not know you yet. Say hello to me in a direct message, then press the button again.";
    private const string TooLate = "That took too long, so Slack did not let me open the form. Please press the button once more.";

    /// <summary>Opens it; never throws.</summary>
    public async Task OpenAsync(IForm form, SlackPress press, CancellationToken cancellationToken)
    {
        try
        {
            if (await workspaces.ForTeamAsync(press.From.Team, press.From.Enterprise, cancellationToken) is { } found)
                await OpenAsync(form, press, found.Key, cancellationToken);
        }
        catch (Exception failure)
        {
            LogFailed(failure, form.Name);
        }
    }

    private async Task OpenAsync(IForm form, SlackPress press, string? workspace, CancellationToken cancellationToken)
    {
        var first = await RefusedBySettingsAsync(form, press, workspace, cancellationToken) ?? SlackModal.Loading(form);
        if (await ShowAsync(press, workspace, first, cancellationToken) is not { } shown)
            return;
        // What the settings do not know (a role given in chat) the store may: it has the last word.
        var whole = await WholeAsync(form, press, workspace, cancellationToken);
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

    private async Task<JsonObject> WholeAsync(IForm form, SlackPress press, string? workspace, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var stores = scope.ServiceProvider.GetRequiredService<ActionStores>();
            if (await scope.ServiceProvider.GetRequiredService<SlackCallers>().WhoAsync(press.From, workspace, cancellationToken) is not { By: var by })
                return SlackModal.Words(form, Unknown);
            var at = new SlackAddress(workspace, press.Channel ?? "").AskedAt;
            var call = new FormCall(press.About, by, at, stores, digests, clock.GetUtcNow()) { Message = await ChosenAsync(press, workspace, cancellationToken) };
            return await RefusalAsync(form, by, call.Digest, stores.People, cancellationToken)
                ?? SlackModal.Of(form, await form.ShowAsync(call, cancellationToken), workspace, DialogMetadata.Of(press, call));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, form.Name);
            return SlackModal.Words(form, Unreachable);
        }
    }

    private async Task<ChosenMessage?> ChosenAsync(SlackPress press, string? workspace, CancellationToken cancellationToken) =>
        press.Message is { } message ? new(MessageText.Of(message), await LinkAsync(press, message, workspace, cancellationToken)) : null;

    // A courtesy: without the link the form is as good.
    private async Task<string?> LinkAsync(SlackPress press, JsonElement message, string? workspace, CancellationToken cancellationToken) =>
        press.Channel is { } channel && message.TextOf("ts") is { } ts
        && await api.GetPermalinkAsync(workspace, channel, ts, cancellationToken) is SlackAnswer<string>.Ok { Value: { } link }
            ? WebLink.OrNull(link)
            : null;

    private async Task<JsonObject?> RefusedBySettingsAsync(IForm form, SlackPress press, string? workspace, CancellationToken cancellationToken) =>
        await configured.FindAsync(new SlackAddress(workspace, press.User).PersonId, cancellationToken) is { } known
            ? await RefusalAsync(form, known, digests.OfChannel(new SlackAddress(workspace, press.Channel ?? "").AskedAt), configured, cancellationToken)
            : null;

    private async Task<JsonObject?> RefusalAsync(IForm form, Person by, Digest digest, IPeople people, CancellationToken cancellationToken) =>
        await rights.RefusalAsync(form, by, digest, people, cancellationToken) is { } refusal
            ? SlackModal.Words(form, refusal.Text)
            : null;

    [LoggerMessage(LogLevel.Warning, "The dialog {Dialog} could not be shown")]
    private partial void LogFailed(Exception error, string dialog);

    [LoggerMessage(LogLevel.Warning, "The trigger of the dialog {Dialog} was too old; the person is asked to press again")]
    private partial void LogTooLate(string dialog);
}
