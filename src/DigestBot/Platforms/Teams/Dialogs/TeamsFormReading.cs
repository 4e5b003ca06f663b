using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>What a dialog asks for that was kept in the inbox: a form that was sent, or a button that shows something.</summary>
internal sealed class TeamsFormReading(FormRegistry forms, TeamsCallers callers, MessageRequests messages, ActionStores stores, Digests digests) : IInvokeReader
{
    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name is InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.SubmitAction;

    /// <inheritdoc />
    public async Task<InboxWork> ReadAsync(Activity invoke, TeamsCaller caller, CancellationToken cancellationToken)
    {
        var data = invoke.Value.GetValueOrDefault().PartOf("data");
        if (TeamsDialogData.Of(data) is not { } sent)
            return TeamsCardData.Of(data) is { } pressed ? await PressedAsync(pressed, caller, cancellationToken) : new InboxWork.NotUnderstood();
        if (forms.Find(sent.Form) is not { } form)
            return new InboxWork.NotUnderstood();
        var values = TeamsFormState.Read(form.Fields, data, caller.From.Tenant);
        return await form.SubmittedAsync(new(values, sent.About, caller.By, caller.From.AskedAt, stores, digests), cancellationToken);
    }

    private async Task<InboxWork> PressedAsync(TeamsCardData pressed, TeamsCaller caller, CancellationToken cancellationToken)
    {
        var about = caller.From.MessageThere is { } message
            ? await messages.AboutAsync(caller.By, Through.Button, message, cancellationToken)
            : null;
        var request = about ?? new(caller.By, Through.Button, callers.DigestOf(caller).Name, "", "");
        return new InboxWork.Asked(request with { Verb = pressed.Verb, Arguments = pressed.Args });
    }
}
