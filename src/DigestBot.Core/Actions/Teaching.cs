using DigestBot.Core.Ranking;

namespace DigestBot.Core.Actions;

/// <summary>Teaching the ranking by one word about a touch point.</summary>
internal static class Teaching
{
    /// <summary>Keeps what the person says about the touch point meant.</summary>
    /// <param name="context">The run.</param>
    /// <param name="value">-1 (not useful) to 1 (should have been in).</param>
    /// <param name="said">The answer.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<ActionReply> TeachAsync(
        this ActionContext context, double value, Func<PlacedPoint, string> said, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        context.Stores.Teachings.Add(context.Digest.Name, context.By.Id, new Feedback(at.Point.StoryKey, value, context.Now) { Reason = Reason(context) });
        return new ActionReply.Done(said(at));
    }

    // What else was said about it ("not-useful 9 old news").
    private static string? Reason(ActionContext context) => FollowUps.FollowUp.Cut(context.Arguments.TakeRest());

    /// <summary>Forgets what the person said about the touch point meant.</summary>
    public static async Task<ActionReply> ForgetAsync(this ActionContext context, CancellationToken cancellationToken)
    {
        if (await context.PointAsync(cancellationToken) is not { } at)
            return Refuse.NoSuchPoint(context);
        context.Stores.Teachings.Remove(context.Digest.Name, context.By.Id, at.Point.StoryKey);
        return new ActionReply.Done($"Forgotten: what you said about {at.Named()}.");
    }
}
