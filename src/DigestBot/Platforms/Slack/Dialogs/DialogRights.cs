using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Who may open a dialog: whoever may use its verb. Asked again when it is submitted, by the action itself.</summary>
internal sealed class DialogRights(ActionRegistry registry)
{
    /// <summary>The verb of a dialog, or null when it is no verb's.</summary>
    public ActionDescription? VerbOf(ISlackDialog dialog) => registry.Find(dialog.Verb, "")?.Action.Description;

    /// <summary>Why somebody may not open it, with whom to ask; null when they may.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <param name="by">Who.</param>
    /// <param name="digest">The digest it is about.</param>
    /// <param name="people">Who is who.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<ActionReply?> RefusalAsync(ISlackDialog dialog, Person by, Digest digest, IPeople people, CancellationToken cancellationToken) =>
        VerbOf(dialog) is { } verb ? await people.RefusalAsync(by, verb, digest, cancellationToken) : null;
}
