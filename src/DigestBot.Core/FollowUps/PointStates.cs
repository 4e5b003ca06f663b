using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.FollowUps;

/// <summary>What people did with an edition's touch points, made of follow-ups and kudos; pure.</summary>
public static class PointStates
{
    /// <summary>States by touch point id; those nobody touched are left out.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="followUps">Follow-ups of its digest; a story's newest one counts, whichever edition it was taken in.</param>
    /// <param name="kudos">Thanks of the edition.</param>
    /// <param name="nameOf">A person's name by id.</param>
    /// <param name="now">Now, UTC.</param>
    public static IReadOnlyDictionary<string, TouchPointState> Of(
        Edition edition, IEnumerable<FollowUp> followUps, IEnumerable<Kudos> kudos, Func<string, string> nameOf, DateTimeOffset now)
    {
        var byStory = followUps
            .Where(followUp => followUp.State != FollowUpState.Withdrawn)
            .Where(followUp => followUp.IsOpen || followUp.Edition == edition.Key)
            .GroupBy(followUp => followUp.StoryKey, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(followUp => followUp.IsOpen).ThenBy(followUp => followUp.Number).Last(), StringComparer.Ordinal);
        var thanks = kudos.GroupBy(one => one.TouchPointId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.DistinctBy(one => one.By).Count(), StringComparer.Ordinal);
        var today = Phrases.DayIn(now, edition.Zone);
        return edition.TouchPoints.Concat(edition.RunnersUp)
            .Select(point => (point.Id, State: State(byStory.GetValueOrDefault(point.StoryKey), thanks.GetValueOrDefault(point.Id), nameOf, today)))
            .Where(pair => pair.State != TouchPointState.None)
            .ToDictionary(pair => pair.Id, pair => pair.State, StringComparer.Ordinal);
    }

    private static TouchPointState State(FollowUp? followUp, int kudos, Func<string, string> nameOf, DateOnly today)
    {
        var thanked = TouchPointState.None with { Kudos = kudos };
        if (followUp is null)
            return thanked;
        return thanked with
        {
            Owner = nameOf(followUp.Owner),
            OwnerId = followUp.Owner,
            FollowUp = followUp.IsOpen ? followUp.Number : null,
            Due = followUp.IsOpen ? followUp.Due : null,
            OverdueDays = DaysOver(followUp, today),
            Promise = PromiseOf(followUp, today),
            Outcome = followUp.Outcome,
            PickedBy = followUp.IsPick ? nameOf(followUp.AskedBy) : null,
            Expected = followUp.Expected,
        };
    }

    private static int? DaysOver(FollowUp followUp, DateOnly today) =>
        followUp.IsOpen && followUp.Due is { } due && due < today ? today.DayNumber - due.DayNumber : null;

    /// <summary>What became of a promise, seen from a day in the digest's zone.</summary>
    internal static PromiseState PromiseOf(FollowUp followUp, DateOnly today) => followUp.State switch
    {
        FollowUpState.Done => PromiseState.Done,
        FollowUpState.Declined => PromiseState.Declined,
        _ => followUp.Due < today ? PromiseState.Overdue : PromiseState.Open,
    };
}
