using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// Every dialog there is: which button opens one, what is wrong with a submitted one, what it asks for. Safe for concurrent use;
/// nothing that comes from outside makes it throw.
/// </summary>
internal sealed class SlackDialogs(
    FormRegistry forms, DialogOpener opener, FormRights rights, SlackWorkspaces workspaces, Digests digests, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Stale = "This form is out of date. Please close it and press the button again.";

    /// <summary>The interaction opens a dialog (or turns a page of one), so nothing else is to be done about it.</summary>
    /// <param name="payload">A <c>block_actions</c> or <c>message_action</c>; anything else opens nothing.</param>
    public bool Opens(JsonElement payload) => Opening(payload) is not null;

    /// <summary>
    /// Opens it: a light view at once, while the trigger lives, then the whole one. Changes nothing durable, so it may run beside
    /// the inbox write; never throws.
    /// </summary>
    /// <param name="payload">One that <see cref="Opens"/>; copied before this first awaits.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public Task OpenAsync(JsonElement payload, CancellationToken cancellationToken) => Opening(payload) is var (form, press)
        ? opener.OpenAsync(form, press, cancellationToken)
        : Task.CompletedTask;

    /// <summary>
    /// What is wrong with a <c>view_submission</c>, for people, by block: the modal stays open and shows it. Null when it is fine,
    /// or none of ours.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Faults(JsonElement payload)
    {
        var view = payload.PartOf("view");
        if (Submitted(payload) is not { } form)
            return null;
        // The fields are looked at only; whose people and channels were chosen makes no difference to that.
        var values = SlackFormState.Read(view, workspace: null);
        var metadata = DialogMetadata.Parse(view.TextOf("private_metadata"));
        var faults = form.Faults(values, metadata?.Today(clock.GetUtcNow()) ?? DateOnly.MinValue);
        if (faults.Count > 0)
            return faults;
        // A fault of the whole is shown at any of its fields.
        return metadata is null && values.Filled.FirstOrDefault() is { } field ? new Dictionary<string, string>(StringComparer.Ordinal) { [field] = Stale } : null;
    }

    /// <summary>What somebody asks for who submitted a dialog; whether they may is asked by the action itself.</summary>
    /// <param name="payload">A <c>view_submission</c>.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<InboxWork> SubmittedAsync(JsonElement payload, Person by, CancellationToken cancellationToken)
    {
        var view = payload.PartOf("view");
        if (Submitted(payload) is not { } form || DialogMetadata.Parse(view.TextOf("private_metadata")) is not { } metadata)
            return new InboxWork.NotUnderstood();
        var from = SlackFrom.Interaction(payload);
        if (await workspaces.ForTeamAsync(from.Team, from.Enterprise, cancellationToken) is not { } workspace)
            return new InboxWork.NotUnderstood();
        await using var scope = scopes.CreateAsyncScope();
        var stores = scope.ServiceProvider.GetRequiredService<ActionStores>();
        var at = new SlackAddress(workspace.Key, metadata.Channel ?? "").AskedAt;
        return await form.SubmittedAsync(new(SlackFormState.Read(view, workspace.Key), metadata.About, by, at, stores, digests), cancellationToken);
    }

    /// <summary>
    /// What is left to do, in the inbox, about a press that opened a dialog: an audit line when the person may not. What they see
    /// was shown at once.
    /// </summary>
    /// <param name="payload">One that <see cref="Opens"/>; anything else means nothing.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<InboxWork> PressedAsync(JsonElement payload, Person by, CancellationToken cancellationToken)
    {
        if (Opening(payload) is not var (form, press)
            || await workspaces.ForTeamAsync(press.From.Team, press.From.Enterprise, cancellationToken) is not { } workspace)
        {
            return new InboxWork.Nothing();
        }
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<IPeople>();
        var digest = digests.OfChannel(new SlackAddress(workspace.Key, press.Channel ?? "").AskedAt);
        if (await rights.RefusalAsync(form, by, digest, people, cancellationToken) is null || rights.Refused(form, by, press.About, clock.GetUtcNow()) is not { } line)
            return new InboxWork.Nothing();
        return new InboxWork.Effect((services, _) =>
        {
            services.GetRequiredService<IAuditLog>().Append(line);
            return Task.CompletedTask;
        });
    }

    private (IForm Form, SlackPress Press)? Opening(JsonElement payload) =>
        SlackPress.Read(payload) is { } press && forms.OpenedBy(press.Dialog, press.About) is { } form ? (form, press) : null;

    private IForm? Submitted(JsonElement payload) =>
        payload.TextOf("type") == "view_submission" ? forms.Find(payload.PartOf("view").TextOf("callback_id") ?? "") : null;
}
