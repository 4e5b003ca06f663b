using DigestBot.Core.Scoreboard;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>The numbers of the last editions and what came of them.</summary>
internal sealed class ScoreboardAction : IDigestAction
{
    private const int Weeks = 8;

    public ActionDescription Description { get; } =
        new("scoreboard", "Show the numbers of the last eight editions, and what came of them.", "scoreboard") { Aliases = ["scores", "numbers"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var editions = await context.Stores.Editions.NewestAsync(context.Digest.Name, Weeks, cancellationToken);
        if (editions.Count == 0)
            return Refuse.NoEdition();
        var since = editions.Min(edition => edition.From);
        var followUps = await context.Stores.FollowUps.SinceAsync(context.Digest.Name, since, cancellationToken);
        return new ActionReply.Done("What customers said, and what we did.") { Content = new ScoreboardReply(WeeklyScores.Of(editions, followUps, context.Today)) };
    }
}
