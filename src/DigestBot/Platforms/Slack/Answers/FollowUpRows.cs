using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Follow-ups in an answer and on Home, each with its buttons where the reader may change it.</summary>
internal static class FollowUpRows
{
    /// <summary>The first of them.</summary>
    public static IEnumerable<JsonObject?> Of(FollowUpsReply reply) => Of(reply, AnswerSteps.Entries);

    /// <summary>So many of them, and how many more there are.</summary>
    public static IEnumerable<JsonObject?> Of(FollowUpsReply reply, int most)
    {
        foreach (var followUp in reply.FollowUps.Take(most))
        {
            yield return RichText(Paragraph(Runs(followUp, reply)));
            yield return reply.Changeable.Contains(followUp.Number) ? Actions(FollowUpWords.Buttons(followUp)) : null;
        }
        if (AnswerSteps.Place(reply, most) is { } place)
            yield return Context(place);
    }

    private static IEnumerable<JsonObject> Runs(FollowUp followUp, FollowUpsReply reply)
    {
        yield return Run(FollowUpWords.Title(followUp), isBold: true);
        var before = "\n";
        foreach (var fact in FollowUpWords.Facts(followUp, reply))
        {
            yield return Run(before);
            yield return Run(fact.Text, isBold: fact.IsStrong);
            before = Phrases.Dot;
        }
        if (FollowUpWords.Note(followUp) is { } note)
            yield return Run($"\n{note}");
    }
}
