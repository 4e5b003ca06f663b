using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Answers that list follow-ups.</summary>
internal static class FollowUpLists
{
    /// <summary>The list, or the words for an empty one.</summary>
    public static async Task<ActionReply> ListAsync(
        this ActionContext context, IReadOnlyList<FollowUp> followUps, string some, string none, CancellationToken cancellationToken)
    {
        if (followUps.Count == 0)
            return new ActionReply.Done(none);
        var people = followUps.SelectMany(followUp => new[] { followUp.Owner, followUp.AskedBy });
        var names = await context.Stores.People.NamesAsync(people, cancellationToken);
        return new ActionReply.Done(some)
        {
            Content = new FollowUpsReply(followUps, names, context.Today)
            {
                Changeable = [.. followUps.Where(context.By.MayChange).Select(followUp => followUp.Number)],
            },
        };
    }
}
