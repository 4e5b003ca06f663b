using DigestBot.Core.Editions;
using DigestBot.Core.Understanding.Corrections;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Makes a touch point part of another.</summary>
internal sealed class MergeAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("merge", "Make a touch point part of another one.", "merge 7 into 2", ActionTarget.TouchPoint, WhoMay.Curator) { Button = "Merge..." };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        string? into = null;
        return context.CurateAsync(
            CurationVerb.Merge,
            (edition, operation) => operation with { Other = into = CurationByHand.OtherStory(context, edition, "into") },
            at =>
            {
                KeepAsOne(context, at, into);
                return $"{context.By.Name} merged {at.Named()}, into another.";
            },
            cancellationToken);
    }

    // What is one story today is one when its next mention comes.
    private static void KeepAsOne(ActionContext context, PlacedPoint at, string? into)
    {
        var other = at.Edition.TouchPoints.Concat(at.Edition.RunnersUp).FirstOrDefault(point => point.StoryKey == into);
        if (other is not null)
            context.Stores.Corrections.Add(new SameStoryCorrection(at.Point.Quote.Mention, other.Quote.Mention, context.By.Id, context.Now));
    }
}
