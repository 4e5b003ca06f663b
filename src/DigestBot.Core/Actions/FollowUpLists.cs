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
        return new ActionReply.Done(some) { Content = await context.Stores.People.ListedAsync(followUps, context.By, context.Today, cancellationToken) };
    }

    /// <summary>Follow-ups as somebody may see and change them.</summary>
    /// <param name="people">Who is who.</param>
    /// <param name="followUps">By due date.</param>
    /// <param name="by">Who looks at them.</param>
    /// <param name="today">Today for that person.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<FollowUpsReply> ListedAsync(
        this IPeople people, IReadOnlyList<FollowUp> followUps, Person by, DateOnly today, CancellationToken cancellationToken)
    {
        var names = await people.NamesAsync(followUps.SelectMany(followUp => new[] { followUp.Owner, followUp.AskedBy }), cancellationToken);
        return new(followUps, names, today) { Changeable = [.. followUps.Where(by.MayChange).Select(followUp => followUp.Number)] };
    }
}
