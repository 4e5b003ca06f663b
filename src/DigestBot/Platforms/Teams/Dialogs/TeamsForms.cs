using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// Brings the forms before people in Teams: opened in the answer to the invoke that asked for one, shown again while something in it is
/// wrong. Changes nothing but the audit. Safe for concurrent use.
/// </summary>
internal sealed class TeamsForms(
    FormRegistry forms, FormRights rights, Digests digests, TeamsOptions options, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Unknown = "I do not know you yet. Write to me in the personal chat, then press the button again.";

    // An invoke is to be answered within three seconds, and what it asks for is still to be done.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.7);

    private static readonly IReadOnlyDictionary<string, string> NoFaults = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By name; null when there is none.</summary>
    public IForm? Find(string name) => forms.Find(name);

    /// <summary>The form that a button opens, or null when it opens none.</summary>
    public IForm? OpenedBy(TeamsCardData pressed) => forms.OpenedBy(pressed.Verb, pressed.Args);

    /// <summary>The form as a dialog, or why it cannot be filled in.</summary>
    /// <param name="form">The form.</param>
    /// <param name="about">What it is about, as the button said.</param>
    /// <param name="invoke">Who asks for it, and where.</param>
    /// <param name="message">The message whose menu it was chosen from; null for a button.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<InvokeResponse> OpenAsync(IForm form, string about, Activity invoke, ChosenMessage? message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await CallAsync(scope.ServiceProvider, invoke, about, cancellationToken) is not { } call)
            return InvokeResponse.DialogMessage(Unknown);
        if (await rights.RefusalAsync(form, call.By, call.Digest, call.Stores.People, cancellationToken) is { } refusal)
            return await RefusedAsync(form, call, refusal, cancellationToken);
        var page = await form.ShowAsync(call with { Message = message }, cancellationToken);
        return await DrawnAsync(scope.ServiceProvider, form, page, call, NoFaults, cancellationToken);
    }

    /// <summary>The dialog again with what is wrong in it above each field; null when nothing is.</summary>
    /// <param name="form">The form.</param>
    /// <param name="sent">What its button carried.</param>
    /// <param name="data">What was filled in.</param>
    /// <param name="invoke">Who sends it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<InvokeResponse?> FaultyAsync(IForm form, TeamsDialogData sent, JsonElement data, Activity invoke, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var values = TeamsFormState.Read(form.Fields, data, From(invoke).Tenant);
        var faults = new Dictionary<string, string>(form.Faults(values, sent.Today(clock.GetUtcNow())), StringComparer.Ordinal);
        await LookAsync(scope.ServiceProvider.GetRequiredService<TeamsChosen>(), form, values, From(invoke), faults, cancellationToken);
        if (faults.Count == 0)
            return null;
        if (await CallAsync(scope.ServiceProvider, invoke, sent.About, cancellationToken) is not { } call)
            return InvokeResponse.DialogMessage(Unknown);
        var page = await form.ShowAsync(call, cancellationToken);
        if (page is FormPage.Asked asked)
            page = asked with { Fields = [.. asked.Fields.Select(field => field.Field.With(values[field.Field.Id]))] };
        return await DrawnAsync(scope.ServiceProvider, form, page, call, faults, cancellationToken);
    }

    /// <summary>Who reads an answer in a dialog; buttons in it ask for more of the same.</summary>
    /// <param name="invoke">Who asked.</param>
    /// <param name="pressed">What was asked; null where nothing can be asked again.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<AnswerReader> ReaderAsync(Activity invoke, TeamsCardData? pressed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = await scope.ServiceProvider.GetRequiredService<TeamsCallers>().WhoAsync(From(invoke), cancellationToken);
        var zone = caller is null ? TimeZoneInfo.Utc : AnswerReaders.ZoneOf(caller.By);
        return new(zone, "") { Asked = pressed is null ? null : AnswerReaders.Asked(pressed.Verb, pressed.Args) };
    }

    // A courtesy too: what Teams does not tell in time, the verb asks again when it is done.
    private async Task LookAsync(
        TeamsChosen chosen, IForm form, FormValues values, TeamsFrom from, Dictionary<string, string> faults, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await chosen.FindFaultsAsync(form.Fields, values, from, faults, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Without a word from Teams nobody is found fault with.
        }
    }

    private TeamsFrom From(Activity invoke) => TeamsFrom.Of(invoke, options, clock.GetUtcNow());

    private async Task<FormCall?> CallAsync(IServiceProvider services, Activity invoke, string about, CancellationToken cancellationToken) =>
        await services.GetRequiredService<TeamsCallers>().WhoAsync(From(invoke), cancellationToken) is { By: var by, From: var from }
            ? new(about, by, from.AskedAt, services.GetRequiredService<ActionStores>(), digests, clock.GetUtcNow())
            : null;

    private async Task<InvokeResponse> RefusedAsync(IForm form, FormCall call, ActionReply refusal, CancellationToken cancellationToken)
    {
        if (rights.Refused(form, call.By, call.About, call.Now) is { } line)
        {
            call.Stores.Audit.Append(line);
            await call.Stores.Unit.CommitAsync(cancellationToken);
        }
        return InvokeResponse.DialogMessage(refusal.Text);
    }

    private static async Task<InvokeResponse> DrawnAsync(
        IServiceProvider services, IForm form, FormPage page, FormCall call, IReadOnlyDictionary<string, string> faults, CancellationToken cancellationToken)
    {
        switch (page)
        {
            case FormPage.Words words:
                return InvokeResponse.DialogMessage(VisibleText.Lines(words.Text, 1_000));
            case FormPage.Shown shown:
                return InvokeResponse.Dialog(form.Title, TeamsDialogView.Of(shown));
            default:
                var asked = (FormPage.Asked)page;
                var choices = await services.GetRequiredService<TeamsChoosing>().OfAsync(asked.Fields, call, cancellationToken);
                var fields = new TeamsFields(choices, isPersonal: TeamsAddress.Parse(call.At.Channel).IsPerson);
                var data = new TeamsDialogData(form.Name, FormAbout.First(call.About), call.Offset);
                return InvokeResponse.Dialog(form.Title, TeamsDialogView.Of(asked, fields, data, faults), isSmall: asked is { Fields.Count: 1, Below.Count: 0 });
        }
    }
}
