using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Answers;

/// <summary>A follow-up in a list, in words; plain text, not escaped for any format yet.</summary>
internal static class FollowUpWords
{
    private const int LongestHeadline = 100;
    private const int LongestName = 40;
    private const int LongestNote = 280;

    /// <summary>"17  Show the seat map before payment".</summary>
    public static string Title(FollowUp followUp) => $"{Phrases.Number(followUp.Number)}  {VisibleText.Line(followUp.Headline, LongestHeadline)}";

    /// <summary>Who owes it, by when, how far it is, who asked.</summary>
    public static IReadOnlyList<Fact> Facts(FollowUp followUp, FollowUpsReply reply)
    {
        var facts = new List<Fact> { new(Name(reply, followUp.Owner)), Due(followUp, reply.Today) };
        if (followUp.State == FollowUpState.InProgress)
            facts.Add(new("in progress"));
        if (followUp.AskedBy != followUp.Owner)
            facts.Add(new($"asked by {Name(reply, followUp.AskedBy)}"));
        return facts;
    }

    /// <summary>What should change, or what was said when it was given; null when nothing was.</summary>
    public static string? Note(FollowUp followUp) => (followUp.Expected ?? followUp.Note) is { } words ? VisibleText.Line(words, LongestNote) : null;

    /// <summary>Its buttons in a list: two in sight, the rest in the menu, because a list of them must stay a list.</summary>
    public static IReadOnlyList<CardAction> Buttons(FollowUp followUp) =>
    [
        .. CardActions.OfFollowUp(followUp.Number).Select(action => action with { IsPrimary = false, IsInMenu = action.Verb is "handover" or "decline" }),
    ];

    private static Fact Due(FollowUp followUp, DateOnly today)
    {
        if (followUp.Due is not { } due)
            return new("no date");
        return due < today
            ? new($"overdue {Phrases.Count(today.DayNumber - due.DayNumber, "day", "days")}", IsStrong: true)
            : new(due == today ? "due today" : $"due {Phrases.ShortDay(due)} {Phrases.DayAndMonth(due)}");
    }

    private static string Name(FollowUpsReply reply, string id) => VisibleText.Line(reply.Names.GetValueOrDefault(id, id), LongestName);
}
