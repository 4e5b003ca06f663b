using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms.Alerts;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>The mentions behind an alert.</summary>
internal sealed class BurstAction : IDigestAction
{
    private const int Shown = 20;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ActionDescription Description { get; } =
        new(AlertWords.EvidenceVerb, "Show the mentions behind an alert, newest first.", $"{AlertWords.EvidenceVerb} 4k2m0q9d7x1c", ActionTarget.None, WhoMay.Curator) { IsForButtons = true, OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.AlertAsync(cancellationToken) is not (_, { } alert))
            return AskedAlert.Unknown();
        var found = await context.Stores.Mentions.FindAsync(await IdsAsync(context, alert, cancellationToken), cancellationToken);
        return found.Count == 0
            ? new ActionReply.Done("What was said then is not kept any more.")
            : new ActionReply.Done($"The newest mentions of {AlertWords.Name(alert.Subjects[0], context.Digest)}.") { Content = new MentionsReply([.. found.Select(ShownMention.Of)], null) };
    }

    private static async Task<IReadOnlyCollection<MentionId>> IdsAsync(ActionContext context, Alert alert, CancellationToken cancellationToken)
    {
        var newest = new Queue<MentionId>();
        var subjects = alert.Subjects.Select(AlertSubject.Parse).ToList();
        await foreach (var glimpse in context.Stores.Glimpses.BetweenAsync(From(alert), alert.SeenAt, cancellationToken))
        {
            if (!Belongs(alert, subjects, glimpse))
                continue;
            newest.Enqueue(glimpse.Id);
            if (newest.Count > Shown)
                newest.Dequeue();
        }
        return [.. newest.Reverse()];
    }

    private static bool Belongs(Alert alert, List<AlertSubject> subjects, Glimpse glimpse) => alert.IsSevere
        ? glimpse.Severity >= AlertRules.Severe && alert.Subjects[0] == (glimpse.Topics.Count > 0 ? glimpse.Topics[0] : "")
        : subjects.Exists(subject => subject.Holds(glimpse));

    // An event of weeks is shown by its last day.
    private static DateTimeOffset From(Alert alert) => alert.Since > alert.SeenAt - Day ? alert.Since : alert.SeenAt - Day;
}
