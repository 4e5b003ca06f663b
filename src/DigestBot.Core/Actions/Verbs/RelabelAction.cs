using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Corrections;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Says what the mentions of a touch point, or one of them, really are. It holds at once, stays, and teaches the reader.</summary>
internal sealed class RelabelAction : IDigestAction
{
    private const int LongestDepartment = 40;

    private static readonly Dictionary<string, (CorrectedField Field, string Value)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["issue"] = (CorrectedField.Kind, "issue"), ["complaint"] = (CorrectedField.Kind, "issue"),
        ["win"] = (CorrectedField.Kind, "win"), ["praise"] = (CorrectedField.Kind, "win"),
        ["suggestion"] = (CorrectedField.Kind, "suggestion"), ["request"] = (CorrectedField.Kind, "suggestion"),
        ["question"] = (CorrectedField.Kind, "question"),
        ["other"] = (CorrectedField.Kind, "other"), ["talk"] = (CorrectedField.Kind, "other"),
        ["positive"] = (CorrectedField.Sentiment, "positive"), ["neutral"] = (CorrectedField.Sentiment, "neutral"), ["negative"] = (CorrectedField.Sentiment, "negative"),
        ["about-us"] = (CorrectedField.About, "us"), ["not-about-us"] = (CorrectedField.About, Correction.Others),
    };

    public ActionDescription Description { get; } =
        new("relabel", "Say what a touch point's mentions really are; the reader learns from it.", "relabel 3 issue negative department Finance", ActionTarget.TouchPoint, WhoMay.Curator)
        {
            Button = "Read wrongly...",
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.RelabelledPointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        var meant = RelabelledMentions.Of(at, context.Arguments);
        if (meant.Count == 0)
            return Refuse.With(Refusal.NotFound, $"{at.Named()} has {at.Point.MentionIds.Count} mentions; 'evidence {at.Point.Rank}' shows them, newest first.");
        if (Read(context.Arguments) is not { Count: > 0 } said)
            return Refuse.With(Refusal.NotUnderstood, "Say what it is: issue, win, suggestion, question or talk; positive, neutral or negative; about-us or not-about-us; department and its name.");
        context.Stores.Corrections.Add([.. meant.SelectMany(mention => said.Select(right => new Correction(mention, right.Field, right.Value, context.By.Id, context.Now)))]);
        return new ActionReply.Done($"Noted for {Count(meant)} of {at.Named()}: {string.Join(", ", said.Select(right => right.Value))}. It holds from the next time the edition is composed, and the reader learns from it.");
    }

    private static string Count(IReadOnlyList<MentionId> meant) => meant.Count == 1 ? "1 mention" : $"{meant.Count} mentions";

    // The last word of a field counts; what is not understood ends it all, so that nothing is corrected by half.
    private static IReadOnlyCollection<(CorrectedField Field, string Value)>? Read(ActionArguments arguments)
    {
        var said = new Dictionary<CorrectedField, string>();
        while (!arguments.IsEmpty)
        {
            if (Words.TryGetValue(arguments.Peek, out var right))
            {
                arguments.TakeWord();
                said[right.Field] = right.Value;
            }
            else if (arguments.TryTake("department") && arguments.TakeRest() is { Length: <= LongestDepartment } department)
            {
                said[CorrectedField.Department] = string.Equals(department, Correction.None, StringComparison.OrdinalIgnoreCase) ? Correction.None : department;
            }
            else
            {
                return null;
            }
        }
        return [.. said.Select(right => (right.Key, right.Value))];
    }
}
