using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Refusals with their next step, said the same way by every verb.</summary>
internal static class Refuse
{
    /// <summary>The reason as the audit keeps it.</summary>
    public static string Name(Refusal why) => why switch
    {
        Refusal.UnknownVerb => "unknown verb",
        Refusal.NotAllowed => "not allowed",
        Refusal.NotFound => "not found",
        Refusal.NotUnderstood => "not understood",
        Refusal.AlreadyTaken => "already taken",
        Refusal.AlreadySo => "already so",
        Refusal.BuiltUpon => "built upon",
        Refusal.Closed => "closed",
        _ => "withheld",
    };

    public static ActionReply UnknownVerb(string typed, string? nearest, string arguments = "") => nearest is null
        ? new ActionReply.Refused(Refusal.UnknownVerb, $"I do not know '{Short(typed)}'. Say help for what I can do.")
        {
            Offers = [new CardAction("help", "Show what I can do", "") { OnlyShows = true }],
        }
        : new ActionReply.Refused(Refusal.UnknownVerb, $"I do not know '{Short(typed)}'. Did you mean '{nearest}'?")
        {
            Offers = [new CardAction(nearest, $"Yes, {nearest}", arguments, IsPrimary: true)],
        };

    public static ActionReply UnknownDigest(string name) =>
        With(Refusal.NotFound, $"There is no digest called '{Short(name)}'. The settings name them under Digests.");

    public static ActionReply NotAllowed(ActionDescription action, IReadOnlyList<Person> allowed) => With(
        Refusal.NotAllowed,
        $"Only {Who(action.Allowed)} can {action.Verb}.{(allowed.Count == 0 ? "" : $" Ask {string.Join(" or ", allowed.Take(3).Select(person => person.Name))}.")}");

    public static ActionReply Guest(Editions.Digest digest) => With(
        Refusal.NotAllowed, $"This is {digest.Brand.Name}'s digest: you are welcome to read it here and to thank people, but only their own people act on it.");

    public static ActionReply NoSuchPoint(ActionContext context)
    {
        if (context.LacksEdition)
            return NoEdition();
        return With(
            Refusal.NotFound,
            context.Arguments.WereEmpty && context.Request.TouchPointId is null
                ? "Which one? Say its number in the edition, for example 3. 'digest' shows them."
                : "There is no such number in the edition. 'digest' shows the ten.");
    }

    public static ActionReply NoSuchFollowUp(int number) =>
        With(Refusal.NotFound, $"There is no follow-up {number}. 'mine' shows yours.");

    public static ActionReply NotYours(FollowUp followUp, string owner) =>
        With(Refusal.NotAllowed, $"Follow-up {followUp.Number} is {owner}'s. Only {owner}, who asked for it, curators and executives can change it.");

    public static ActionReply NoEdition() =>
        With(Refusal.NotFound, "No edition is published yet. The first one comes with the next publishing time; 'digestbot schedule' shows it.");

    public static ActionReply NoSuchPerson(string handle) => With(
        Refusal.NotFound,
        handle.Length == 0
            ? "Who? Say a name, for example @jane."
            : $"I do not know '{Short(handle)}', or there are several. Say the whole name as in the settings under People.");

    public static ActionReply Retracted(int rank) => With(Refusal.Closed, $"Number {rank} was taken back by a curator, so nothing can be done with it.");

    public static ActionReply Step(FollowUp followUp, FollowUpRefusal why) => why switch
    {
        FollowUpRefusal.Closed => With(Refusal.Closed, $"Follow-up {followUp.Number} is closed. Say 'reopen {followUp.Number}' first."),
        FollowUpRefusal.StillOpen => With(Refusal.AlreadySo, $"Follow-up {followUp.Number} is open."),
        FollowUpRefusal.NeedsReason => With(Refusal.NotUnderstood, $"Say why, for example: decline {followUp.Number} because the cost is above the gain. The reason is kept."),
        FollowUpRefusal.BuiltUpon => With(Refusal.BuiltUpon, $"Something has happened to follow-up {followUp.Number} since, so it stays. Say 'decline {followUp.Number} because ...' to close it."),
        _ => With(Refusal.AlreadySo, $"That is so already for follow-up {followUp.Number}."),
    };

    public static ActionReply With(Refusal why, string text) => new ActionReply.Refused(why, text);

    /// <summary>What somebody typed, short enough to be repeated to them.</summary>
    public static string Short(string typed) => typed.Length <= 40 ? typed : typed[..(char.IsHighSurrogate(typed[39]) ? 39 : 40)] + "…";

    private static string Who(WhoMay permission) => permission == WhoMay.Curator ? "curators" : "executives";
}
