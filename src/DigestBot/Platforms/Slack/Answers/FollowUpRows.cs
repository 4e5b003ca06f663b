using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Follow-ups in an answer and on Home, each with its buttons where the reader may change it.</summary>
internal static class FollowUpRows
{
    private const int LongestHeadline = 100;
    private const int LongestName = 40;
    private const int LongestWords = 280;

    /// <summary>The first of them.</summary>
    public static IEnumerable<JsonObject?> Of(FollowUpsReply reply) => Of(reply, AnswerView.Entries);

    /// <summary>So many of them, and how many more there are.</summary>
    public static IEnumerable<JsonObject?> Of(FollowUpsReply reply, int most)
    {
        foreach (var followUp in reply.FollowUps.Take(most))
        {
            yield return RichText(Paragraph(Runs(followUp, reply)));
            yield return reply.Changeable.Contains(followUp.Number) ? Actions(Buttons(followUp)) : null;
        }
        if (reply.FollowUps.Count > most || reply.Skipped > 0)
            yield return Context($"{Phrases.Number(reply.Skipped + 1)} to {Phrases.Number(reply.Skipped + Math.Min(most, reply.FollowUps.Count))} of {Phrases.Number(reply.Skipped + reply.FollowUps.Count)}");
    }

    // Two in sight, the rest behind the dots: a list of them must stay a list.
    private static IReadOnlyList<CardAction> Buttons(FollowUp followUp) =>
    [
        .. CardActions.OfFollowUp(followUp.Number).Select(action => action with { IsPrimary = false, IsInMenu = action.Verb is "handover" or "decline" }),
    ];

    private static IEnumerable<JsonObject> Runs(FollowUp followUp, FollowUpsReply reply)
    {
        yield return Run($"{Phrases.Number(followUp.Number)}  {VisibleText.Line(followUp.Headline, LongestHeadline)}", isBold: true);
        yield return Run($"\n{Name(reply, followUp.Owner)}{Phrases.Dot}");
        yield return Due(followUp, reply.Today);
        if (followUp.State == FollowUpState.InProgress)
            yield return Run($"{Phrases.Dot}in progress");
        if (followUp.AskedBy != followUp.Owner)
            yield return Run($"{Phrases.Dot}asked by {Name(reply, followUp.AskedBy)}");
        if ((followUp.Expected ?? followUp.Note) is { } words)
            yield return Run($"\n{VisibleText.Line(words, LongestWords)}");
    }

    private static JsonObject Due(FollowUp followUp, DateOnly today)
    {
        if (followUp.Due is not { } due)
            return Run("no date");
        return due < today
            ? Run($"overdue {Phrases.Count(today.DayNumber - due.DayNumber, "day", "days")}", isBold: true)
            : Run(due == today ? "due today" : $"due {Phrases.ShortDay(due)} {Phrases.DayAndMonth(due)}");
    }

    private static string Name(FollowUpsReply reply, string id) => VisibleText.Line(reply.Names.GetValueOrDefault(id, id), LongestName);
}
