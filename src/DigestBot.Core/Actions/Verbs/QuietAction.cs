using DigestBot.Core.Platforms.Alerts;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>"Not useful" below an alert: it is not changed any more, and what it tells of alerts nobody for a week.</summary>
internal sealed class QuietAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new(AlertWords.QuietVerb, "Say that an alert is not useful; its subject is quiet for a week.", $"{AlertWords.QuietVerb} 4k2m0q9d7x1c", ActionTarget.None, WhoMay.Curator) { IsForButtons = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.AlertAsync(cancellationToken) is not ({ } book, { } alert))
            return AskedAlert.Unknown();
        if (alert.QuietedBy is not null)
            return Refuse.With(Refusal.AlreadySo, "It is quiet already.");
        var quieted = alert with { QuietedBy = context.By.Name };
        context.Stores.Alerts.Save(book with
        {
            Version = book.Version + 1,
            Alerts = [.. book.Alerts.Select(kept => kept.Id == alert.Id ? quieted : kept)],
            Quiet = Quiet(book, alert, context.Now + AlertRules.QuietFor),
        });
        var words = await new AlertQuotes(context.Stores.Mentions).WordsAsync(alert.Quoted, cancellationToken);
        if (AlertRules.Delivery(context.Digest, quieted, AlertWords.Of(quieted, context.Digest, words, context.Now)) is { } delivery)
            context.Stores.Outbox.Request(delivery);
        return new ActionReply.Done($"Noted. {AlertWords.Name(alert.Subjects[0], context.Digest)} alerts nobody for a week.");
    }

    // All of its topics: the same people would only bring it back under another name.
    private static Dictionary<string, DateTimeOffset> Quiet(AlertBook book, Alert alert, DateTimeOffset until)
    {
        var quiet = new Dictionary<string, DateTimeOffset>(book.Quiet, StringComparer.Ordinal);
        foreach (var subject in alert.Subjects.Where(subject => subject.Length > 0 || alert.Subjects.Count == 1))
            quiet[subject] = until;
        return quiet;
    }
}
