using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// What a dialog is answered. One that asks for something is opened by rights and sent through the inbox; one that only shows something
/// is the answer to its verb, and its buttons turn its pages.
/// </summary>
internal sealed class TeamsDialogs(TeamsForms forms, TeamsWork work)
{
    private const string Title = "DigestBot";
    private const string Stale = "This form is out of date. Please close it and press the button again.";
    private const string NotOurs = "This button does not say what it is for. Please use one of a newer message.";
    private const string Later = "I am on it, and write to you what came of it.";

    /// <summary>A button was pressed that opens a dialog, or one in a dialog.</summary>
    /// <param name="invoke">The invoke.</param>
    /// <param name="data">The button's data; from a client.</param>
    /// <param name="cancellationToken">Ends the reads and the waiting.</param>
    public async Task<InvokeResponse> PressedAsync(Activity invoke, JsonElement data, CancellationToken cancellationToken)
    {
        if (TeamsCardData.Of(data) is not { } pressed)
            return InvokeResponse.DialogMessage(NotOurs);
        return forms.OpenedBy(pressed) is { } form
            ? await forms.OpenAsync(form, pressed.Args, invoke, message: null, cancellationToken)
            : await DoneAsync(invoke, pressed, cancellationToken);
    }

    /// <summary>A dialog was sent, or a button in it pressed that turns a page.</summary>
    /// <inheritdoc cref="PressedAsync" />
    public async Task<InvokeResponse> SentAsync(Activity invoke, JsonElement data, CancellationToken cancellationToken)
    {
        if (TeamsDialogData.Of(data) is not { } sent)
            return data.TextOf("form") is null ? await PressedAsync(invoke, data, cancellationToken) : InvokeResponse.DialogMessage(Stale);
        if (forms.Find(sent.Form) is not { } form)
            return InvokeResponse.DialogMessage(Stale);
        return await forms.FaultyAsync(form, sent, data, invoke, cancellationToken) ?? await DoneAsync(invoke, pressed: null, cancellationToken);
    }

    /// <summary>A form that no button opens.</summary>
    /// <inheritdoc cref="TeamsForms.OpenAsync" />
    public Task<InvokeResponse> OpenAsync(string name, Activity invoke, ChosenMessage message, CancellationToken cancellationToken) =>
        forms.OpenAsync(forms.Find(name)!, "", invoke, message, cancellationToken);

    private async Task<InvokeResponse> DoneAsync(Activity invoke, TeamsCardData? pressed, CancellationToken cancellationToken)
    {
        if (await work.DoAsync(invoke, cancellationToken) is not { } reply)
            return InvokeResponse.DialogMessage(Later);
        return reply is ActionReply.Done { Content: not null } or { Offers.Count: > 0 }
            ? InvokeResponse.Dialog(Title, TeamsDialogView.InDialog(TeamsAnswerView.Of(reply, await forms.ReaderAsync(invoke, pressed, cancellationToken))))
            : InvokeResponse.DialogMessage(reply.Text);
    }
}
