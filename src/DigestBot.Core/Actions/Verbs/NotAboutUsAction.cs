using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding.Corrections;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>A touch point is about something else of the same name; a curator who says so of the draft takes it out as well.</summary>
internal sealed class NotAboutUsAction : IUndoableAction
{
    public ActionDescription Description { get; } =
        new("not-about-us", "Say that a touch point is about something else.", "not-about-us 9", ActionTarget.TouchPoint) { Button = "Not about us" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var draft = await context.Stores.People.AllowAsync(context.By, WhoMay.Curator, context.Digest, cancellationToken) ? await context.DraftAsync(cancellationToken) : null;
        if (draft?.TouchPoints.Concat(draft.RunnersUp).FirstOrDefault(point => point.Id == context.Arguments.Peek) is not { } point)
            return await context.TeachAsync(-1, Noted, cancellationToken);
        context.Stores.Teachings.Add(context.Digest.Name, context.By.Id, new Feedback(point.StoryKey, -1, context.Now));
        context.Stores.Corrections.Add([.. point.MentionIds.Select(mention => new Correction(mention, CorrectedField.About, Correction.Others, context.By.Id, context.Now))]);
        return await context.CurateAsync(CurationVerb.Drop, (_, operation) => operation, Noted, cancellationToken);
    }

    private static string Noted(PlacedPoint at) =>
        $"Noted: {at.Named()}, is not about us. To keep such mentions out for good, add a word of it to Brand:Exclude in the settings.";

    public Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken) => context.ForgetAsync(cancellationToken);
}
