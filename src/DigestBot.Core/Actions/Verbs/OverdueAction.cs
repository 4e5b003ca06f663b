namespace DigestBot.Core.Actions.Verbs;

/// <summary>What is past its date.</summary>
internal sealed class OverdueAction : IDigestAction
{
    public ActionDescription Description { get; } = new("overdue", "Show what is past its date.", "overdue") { Aliases = ["late"], OnlyShows = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var open = await context.Stores.FollowUps.OpenAsync(context.Digest.Name, cancellationToken);
        return await context.ListAsync(
            [.. open.Where(followUp => followUp.Due < context.Today)], "These are past their date.", "Nothing is past its date.", cancellationToken);
    }
}
