namespace DigestBot.Core.Actions.Verbs;

/// <summary>Everything that is open.</summary>
internal sealed class FollowUpsAction : IDigestAction
{
    public ActionDescription Description { get; } = new("followups", "Show every open follow-up.", "followups") { Aliases = ["follow-ups", "open"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var open = await context.Stores.FollowUps.OpenAsync(context.Digest.Name, cancellationToken);
        return await context.ListAsync(open, "These are open.", "Nothing is open.", cancellationToken);
    }
}
