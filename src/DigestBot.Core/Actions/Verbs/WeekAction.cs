using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>An earlier edition.</summary>
internal sealed class WeekAction : IDigestAction
{
    public ActionDescription Description { get; } = new("week", "Show an earlier edition.", "week 2026-W46") { OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (!DigestWeek.TryParse(context.Arguments.Peek, out var week))
            return Refuse.With(Refusal.NotUnderstood, "Which week? Say year and week, for example: week 2026-W46");
        context.Subject = new EditionKey(context.Digest.Name, week).ToString();
        var edition = await context.Stores.Editions.FindAsync(new(context.Digest.Name, week), cancellationToken);
        // A draft is the curators' alone until it is published.
        return edition is null || !edition.IsOut()
            ? Refuse.With(Refusal.NotFound, $"No edition was published for week {week}.")
            : new ActionReply.Done($"The edition of week {week}.")
            {
                Content = new EditionReply(await context.Stores.Cards.OfAsync(edition, cancellationToken)),
            };
    }
}
