using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Who may open a form: whoever may use its verb. Asked again when it is submitted, by the action itself.</summary>
internal sealed class FormRights(ActionRegistry registry)
{
    /// <summary>The verb of a form, or null when it is no verb's.</summary>
    public ActionDescription? VerbOf(IForm form) => registry.Find(form.Verb, "")?.Action.Description;

    /// <summary>Why somebody may not open it, with whom to ask; null when they may.</summary>
    /// <param name="form">The form.</param>
    /// <param name="by">Who.</param>
    /// <param name="digest">The digest it is about.</param>
    /// <param name="people">Who is who.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<ActionReply?> RefusalAsync(IForm form, Person by, Digest digest, IPeople people, CancellationToken cancellationToken) =>
        VerbOf(form) is { } verb ? await people.RefusalAsync(by, verb, digest, cancellationToken) : null;

    /// <summary>The audit's line about somebody who tried to open a form that they may not; null when it is no verb's.</summary>
    /// <param name="form">The form.</param>
    /// <param name="by">Who tried.</param>
    /// <param name="about">What it was to be about; what is no id of ours belongs in no audit.</param>
    /// <param name="now">Now, UTC.</param>
    public AuditLine? Refused(IForm form, Person by, string about, DateTimeOffset now) => VerbOf(form) is { } verb
        ? new(now, by.Id, verb.Verb, FormAbout.Opaque(about), $"refused: {Refuse.Name(Refusal.NotAllowed)}", "button")
        : null;
}
