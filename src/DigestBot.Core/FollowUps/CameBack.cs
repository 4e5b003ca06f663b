using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.FollowUps;

/// <summary>
/// What goes back to the executive who asked: declined today or past its date. One message a person and day, so that a second
/// "no" joins the first instead of ringing twice.
/// </summary>
public static class CameBack
{
    /// <summary>The message's key.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="person">Id of the executive.</param>
    /// <param name="day">The day in the digest's zone.</param>
    public static DeliveryKey Key(Digest digest, string person, DateOnly day) =>
        new(DeliveryPurpose.Direct, digest.Name, DigestWeek.Of(day), person, $"came back {day:yyyy-MM-dd}");

    /// <summary>What came back to a person: declined on the day, or overdue on it; asked of somebody else; by number.</summary>
    public static IReadOnlyList<FollowUp> To(string person, IEnumerable<FollowUp> followUps, DateOnly day, TimeZoneInfo zone) =>
    [
        .. followUps
            .Where(followUp => followUp.AskedBy == person && followUp.Owner != person)
            .Where(followUp => IsOverdue(followUp, day) || WasDeclinedOn(followUp, day, zone))
            .OrderBy(followUp => followUp.Number),
    ];

    /// <summary>The message, one line a follow-up, with the buttons to give it to somebody else or to let it go.</summary>
    /// <param name="followUps">At least one.</param>
    /// <param name="nameOf">A person's name by id.</param>
    public static TextContent Text(IReadOnlyList<FollowUp> followUps, Func<string, string> nameOf) => new(
        "This came back to you:\n" + string.Join('\n', followUps.Select(followUp => Line(followUp, nameOf(followUp.Owner))))
        + "\nSay 'handover' and its number to give it to somebody else, or 'decline' and its number to let it go.",
        Buttons(followUps));

    // A message has room for five buttons: all of them for one follow-up, one each for up to four, and the list for the rest.
    private static IReadOnlyList<CardAction> Buttons(IReadOnlyList<FollowUp> followUps) => followUps switch
    {
        [{ IsOpen: true } only] => [.. CardActions.OfFollowUp(only.Number).Where(action => action.Verb != "done").Select(action => action with { IsPrimary = action.Verb == "handover" })],
        [var only] => [new("reopen", "Open it again", Named(only))],
        _ => [.. followUps.Where(followUp => followUp.IsOpen).Take(4).Select(HandOver), new("followups", "Show all that is open", "")],
    };

    private static CardAction HandOver(FollowUp followUp) => new("handover", $"Hand over {Named(followUp)}", Named(followUp)) { OpensDialog = true };

    private static string Named(FollowUp followUp) => followUp.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsOverdue(FollowUp followUp, DateOnly day) => followUp.IsOpen && followUp.Due < day;

    private static bool WasDeclinedOn(FollowUp followUp, DateOnly day, TimeZoneInfo zone) =>
        followUp is { State: FollowUpState.Declined, ClosedAt: { } closed }
        && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(closed, zone).DateTime) == day;

    private static string Line(FollowUp followUp, string owner) => followUp.State == FollowUpState.Declined
        ? $"{followUp.Number}. {followUp.Headline}: {owner} says no, because {followUp.Outcome}"
        : $"{followUp.Number}. {followUp.Headline}: {owner} had it until {Phrases.DayAndMonth(followUp.Due!.Value)} and it is not done";
}
