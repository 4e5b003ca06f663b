namespace DigestBot.Core.Actions.Verbs;

/// <summary>What the person owes.</summary>
internal sealed class MineAction : IDigestAction
{
    public ActionDescription Description { get; } = new("mine", "Show what you owe.", "mine") { Aliases = ["my"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var mine = await context.Stores.FollowUps.OpenOfAsync(context.By.Id, cancellationToken);
        return await context.ListAsync(mine, "You owe these.", "You owe nothing at the moment.", cancellationToken);
    }
}
