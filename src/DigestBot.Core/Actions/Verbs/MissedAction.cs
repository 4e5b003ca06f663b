using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>"This should have been in the ten", said of what just missed.</summary>
internal sealed class MissedAction : IUndoableAction
{
    /// <summary>Before the number of one of the raw minutes: "missed raw 3 2026-W46".</summary>
    public const string Raw = "raw";

    public ActionDescription Description { get; } =
        new("missed", "Say that one of numbers 11 to 15 should have been in the ten.", "missed 12", ActionTarget.TouchPoint)
        {
            Aliases = ["should-have-been-in"],
            Button = "Should have been in",
        };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.Arguments.TryTake(Raw)
        ? RawAsync(context, cancellationToken)
        : context.TeachAsync(1, at => $"Noted: {at.Named()}, should have been in the ten. Stories like it will rank higher.", cancellationToken);

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.ForgetAsync(cancellationToken);

    // A message by lot has no story of its own; the topic it tells of is what can rank higher.
    private static async Task<ActionReply> RawAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (!context.Arguments.TryTakeNumber(out var number) || await EditionAsync(context, cancellationToken) is not { } edition
            || number < 1 || number > edition.RawMinutes.Count
            || await context.Stores.Mentions.FindAsync([edition.RawMinutes[number - 1]], cancellationToken) is not [var read])
        {
            return Refuse.With(Refusal.NotFound, "There is no such message among the raw minutes. 'raw' shows them.");
        }
        context.Subject = read.Mention.Id.ToString();
        if (read.Insight.Topics is not [var topic, ..])
            return Refuse.With(Refusal.NotFound, "This message stands for no topic of its own, so the ranking has nothing to learn from it. 'add' and its words nominate it.");
        context.Stores.Teachings.Add(context.Digest.Name, context.By.Id, new Feedback(StoryKey.OfTopic(read.Insight.Kind, topic), 1, context.Now));
        return new ActionReply.Done("Noted: this should have been in the ten. Stories like it will rank higher.");
    }

    private static Task<Edition?> EditionAsync(ActionContext context, CancellationToken cancellationToken) =>
        DigestWeek.TryParse(context.Arguments.Peek, out var week)
            ? context.Stores.Editions.FindAsync(new(context.Digest.Name, week), cancellationToken)
            : context.EditionAsync(cancellationToken);
}
